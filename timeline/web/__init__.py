"""The service on the web: a JSON API and pages for readers, both over the same services."""

from timeline.web.app import create_app as create_app
