from compliance.inspection import ON_FIGURES, ON_STATEMENTS
from compliance.law.credit_measures import GROUNDS
from compliance.law.points_table import POINTS
from compliance.shelf import shelf, unconfirmed


def test_every_instrument_stands_on_the_shelf_once_with_its_values_in_both_languages() -> None:
    acts = [shelved.act.key for shelved in shelf()]
    assert len(acts) == len(set(acts)) >= 15
    for shelved in shelf():
        for provision in shelved.provisions:
            assert provision.label.zh and provision.label.en
            assert all(edition.value.zh and edition.value.en for edition in provision.editions)


def test_the_latest_version_comes_first() -> None:
    for shelved in shelf():
        for provision in shelved.provisions:
            days = [edition.since for edition in provision.editions]
            assert days == sorted(days, reverse=True)


def test_grounds_and_points_are_there_one_by_one() -> None:
    provisions = [provision for shelved in shelf() for provision in shelved.provisions]
    assert {f"points.{name}" for name in POINTS} <= {provision.name for provision in provisions}
    assert {dated.label for dated in GROUNDS.values()} <= {provision.label for provision in provisions}


def test_no_value_shows_the_inside_of_the_program() -> None:
    shown = [
        text
        for shelved in shelf()
        for provision in shelved.provisions
        for edition in provision.editions
        for text in edition.value
    ]
    assert [text for text in shown if "(" in text and "=" in text or "<" in text or "None" in text] == []


def test_what_law_leaves_open_is_among_the_unconfirmed() -> None:
    names = {provision.name for provision in unconfirmed()}
    assert {"statement", "public_service", "letter_interval", "start", "bands", "sampling_factor"} <= names


def test_every_rule_on_reports_stands_once_with_the_instrument_it_applies() -> None:
    by_act = {shelved.act.key: [rule.name for rule in shelved.rules] for shelved in shelf()}
    for rule in (*ON_FIGURES, *ON_STATEMENTS):
        assert by_act[rule.provision.act.key].count(rule.name) == 1


def test_the_values_that_rules_on_governance_and_movements_apply_are_on_the_shelf() -> None:
    names = {provision.name for shelved in shelf() for provision in shelved.provisions}
    assert {"board_size", "paid_board", "fewest_members", "unusual_movement", "young_charity"} <= names
