"""Posts: short messages that bear marks of chats, in which bare 'day', 'night' or 'weekend' is the writer's own."""

from timeline.resolve.posts.bare import read, unshared
from timeline.resolve.posts.marks import is_post
from timeline.resolve.posts.small import recased

__all__ = ["is_post", "read", "recased", "unshared"]
