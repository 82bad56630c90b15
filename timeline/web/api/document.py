"""What the OpenAPI document says beyond what its library finds in the views."""

from typing import Any

from timeline.web.api.requests import NewArticle

_LOADING = "/api/v1/admin/articles"


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """The document, with the bodies of a request that takes one article as JSON or many as a file."""
    document["components"]["schemas"]["NewArticle"] = NewArticle.model_json_schema()
    content = document["paths"][_LOADING]["post"]["requestBody"]["content"]
    content["application/json"]["schema"] = {"$ref": "#/components/schemas/NewArticle"}
    file = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}, "required": ["file"]}
    content["multipart/form-data"]["schema"] = file
    return document
