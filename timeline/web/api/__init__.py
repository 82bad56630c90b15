"""The JSON API: requests and responses as pydantic models, from which the OpenAPI document is made, and thin views."""
