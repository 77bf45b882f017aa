"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import asking, cli, errors, findings, help, pages, public, site, slides

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **asking.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **help.MESSAGES,
    **pages.MESSAGES,
    **public.MESSAGES,
    **site.MESSAGES,
    **slides.MESSAGES,
}
