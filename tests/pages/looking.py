"""A reader before a browser: opens pages and notes what the browser has to complain about."""

from functools import cache
from importlib import resources
from typing import Any, Final, Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page

Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
_TALL: Final = 900
_WCAG: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OF_COLOURS: Final = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What axe finds in one scheme and not in the other."""
PATIENCE: Final = 30_000
"""Milliseconds for anything that has to come."""


class Looking:
    """Opens pages of the site, each in a window of its own."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser = browser
        self.site = site
        self.complaints: list[str] = []
        self._contexts: list[BrowserContext] = []

    def at(
        self,
        address: str,
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        script: bool = True,
        site: str | None = None,
        **more: Any,
    ) -> Page:
        """The page at an address of the site, or of another one."""
        context = self.browser.new_context(
            viewport={"width": width, "height": _TALL}, color_scheme=scheme, java_script_enabled=script, **more
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dialog)
        page.goto((site or self.site) + address)
        return page

    def close(self) -> None:
        """Close every window."""
        for context in self._contexts:
            context.close()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


def overflow(page: Page, width: int) -> int:
    """By how many pixels a page sticks out of a window of this width."""
    page.set_viewport_size({"width": width, "height": _TALL})
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


def barriers(page: Page, width: int, scheme: Scheme) -> list[str]:
    """What axe finds wrong with a page, each with the first place where it is; by night, with its colours."""
    page.set_viewport_size({"width": width, "height": _TALL})
    page.emulate_media(color_scheme=scheme)
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    asked = {"runOnly": list(_WCAG) if scheme == "light" else _OF_COLOURS, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("asked => axe.run(asked)", asked)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


@cache
def _axe() -> str:
    """The axe-core that comes with its Python package."""
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
