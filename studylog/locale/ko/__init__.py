"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import cli, errors, findings, help, pages, papers, public, site, slides

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **help.MESSAGES,
    **pages.MESSAGES,
    **papers.MESSAGES,
    **public.MESSAGES,
    **site.MESSAGES,
    **slides.MESSAGES,
}
