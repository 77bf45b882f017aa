"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import carrying, cli, errors, findings, help, pages, public, site, slides

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **carrying.MESSAGES,
    **help.MESSAGES,
    **pages.MESSAGES,
    **public.MESSAGES,
    **site.MESSAGES,
    **slides.MESSAGES,
}
