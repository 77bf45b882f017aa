"""Korean: one module an area of the program, joined into one catalogue."""

from studylog.locale.ko import (
    asking,
    carrying,
    cli,
    errors,
    findings,
    help,
    pages,
    papers,
    pictures,
    public,
    serving,
    site,
    slides,
    team,
)

MESSAGES: dict[str, str] = {
    **asking.MESSAGES,
    **carrying.MESSAGES,
    **cli.MESSAGES,
    **errors.MESSAGES,
    **findings.MESSAGES,
    **help.MESSAGES,
    **pages.MESSAGES,
    **papers.MESSAGES,
    **pictures.MESSAGES,
    **public.MESSAGES,
    **serving.MESSAGES,
    **site.MESSAGES,
    **slides.MESSAGES,
    **team.MESSAGES,
}
