"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import carrying, cli, errors, findings, help, site

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **carrying.MESSAGES,
    **help.MESSAGES,
    **site.MESSAGES,
}
