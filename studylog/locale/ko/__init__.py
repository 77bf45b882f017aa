"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import asking, cli, errors, findings, help, site

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **asking.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **help.MESSAGES,
    **site.MESSAGES,
}
