"""What every answer is made of, and the problem that answers an error."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Resource(BaseModel):
    """Has exactly the fields that it declares."""

    model_config = ConfigDict(extra="forbid")


class Blame(Resource):
    """A field and what is wrong with it."""

    field: str
    message: str


class Problem(Resource):
    """RFC 9457. type names the kind of problem, detail says what to do."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[Blame] = Field(default_factory=list)


class Health(Resource):
    """That the service answers."""

    status: Literal["ok"]
