"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import cli, errors, findings, help, papers, site

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **help.MESSAGES,
    **papers.MESSAGES,
    **site.MESSAGES,
}
