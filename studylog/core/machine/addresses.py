"""Where a site lies in the web, when its settings say so, and names that last for what it tells of."""

from urllib.parse import quote, urlsplit

from studylog.core.digest.site import Site
from studylog.core.text import slug

# Names that begin with the host of nobody: those of a site that has no address.
_NOWHERE = "studylog.invalid"
_SINCE = "2026"


def address(site: Site, name: str) -> str | None:
    """The address of a file of the site in the web; None where the site has none."""
    url = site.settings.site.url
    if url is None:
        return None
    path = "" if name == "index.html" else quote(name.removesuffix("index.html"))
    return f"{url.rstrip('/')}/{path}"


def reference(site: Site, name: str) -> str:
    """What leads to a file of the site: its address, else the way from the root."""
    return address(site, name) or quote(name)


def root_path(site: Site) -> str:
    """The path of the root of the site on its host."""
    return urlsplit(site.settings.site.url or "").path.rstrip("/") + "/"


def host(site: Site) -> str:
    """The host of the site, else one that nobody has."""
    return urlsplit(site.settings.site.url or "").hostname or _NOWHERE


def lasting_id(site: Site, name: str) -> str:
    """A name for something of the site that stays whatever becomes of its title: a `tag:` of RFC 4151."""
    path = root_path(site).strip("/") or slug(site.title)
    return f"tag:{host(site)},{_SINCE}:{quote(f'{path}/{name}')}"
