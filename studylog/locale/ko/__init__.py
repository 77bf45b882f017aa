"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import cli, errors, findings, help, serving, site

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **help.MESSAGES,
    **serving.MESSAGES,
    **site.MESSAGES,
}
