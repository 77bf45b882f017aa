"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import cli, errors, findings, help, site, team

MESSAGES: dict[str, str] = {
    **errors.MESSAGES,
    **findings.MESSAGES,
    **cli.MESSAGES,
    **help.MESSAGES,
    **site.MESSAGES,
    **team.MESSAGES,
}
