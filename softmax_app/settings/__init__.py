"""What a reader can set: one table, a row a setting; the link that says it; how it is changed."""

from softmax_app.settings.settings import Settings

__all__ = ["Settings"]
