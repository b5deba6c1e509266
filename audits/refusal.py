"""What must not happen, as named exceptions that say why in both languages."""

from compliance.facts import Said


class Refusal(Exception):
    """An act that is refused. `status` is how the web answers it, `said` what the person reads."""

    status = 409

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.said = Said(zh, en)


class NotFound(Refusal):
    """There is no such thing, or it is another's: both answer the same."""

    status = 404


class Refused(Refusal):
    """This person may not do this."""

    status = 403


class Conflict(Refusal):
    """Not now: a step is missing, was taken already, or someone else was first."""

    status = 409


class Unfit(Refusal):
    """What was sent cannot be used."""

    status = 422
