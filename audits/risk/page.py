"""The page of a trial: what the models are worth, in words, tables and curves; internal, for the office."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from audits.config import config
from audits.draw.rate import Rates, share
from audits.paper import environment
from audits.risk.curve import SIZE, calibration, points
from audits.risk.drift import ACT, WATCH
from audits.risk.judge import random_order
from audits.risk.table import Table
from compliance.facts import Said
from compliance.outcome import OUTCOMES, RULE, wilson
from compliance.sign import sign

MEASURES: Mapping[str, Said] = {
    "auc": Said("AUC（排序正确的概率）", "AUC (chance that the order is right)"),
    "average_precision": Said("平均精确率", "Average precision"),
    "precision_in_top": Said("风险最高二十分之一中的命中率", "Precision in the riskiest twentieth"),
    "found_in_top": Said("风险最高二十分之一中找到的占比", "Share of all found in the riskiest twentieth"),
    "brier": Said("Brier 分（越小越好）", "Brier score (smaller is better)"),
}
FAMILIES = {
    "linear": Said("正则化逻辑回归", "Regularized logistic regression"),
    "trees": Said("单调约束的提升树", "Boosted trees with monotonic constraints"),
}


def page(
    office: Sequence[Mapping[str, Any]],
    panels: Sequence[Mapping[str, Any]],
    draws: Sequence[Rates],
    day: date,
    language: str,
) -> str:
    """The page in a language. Each trial is a Judged as a mapping, with `said`, `rule_said` and `drift`; `draws`
    are the rates of the random visits, which no model is taught by.
    """
    context = {
        "office": config().office.name_en if language == "en" else config().office.name,
        "on": day,
        "office_trials": [_trial(one, language) for one in office],
        "panel_trials": [_trial(one, language) for one in panels],
        "draws": [(one, share(one.found), share(one.no_answer)) for one in draws],
        "size": SIZE,
        "watch": WATCH,
        "act": ACT,
    }
    return environment(language).get_template("risk/report.html").render(context)


def of_office(metrics: Mapping[str, Any], drift: Mapping[str, float]) -> dict[str, Any]:
    """A trial of the office's own register, from what was kept at training."""
    return {**metrics, "said": OUTCOMES[metrics["name"]], "rule_said": RULE, "drift": dict(drift)}


def of_panel(metrics: Mapping[str, Any], table: Table) -> dict[str, Any]:
    """A trial on a panel."""
    return {**metrics, "said": table.said, "rule_said": table.rule, "drift": {}}


def _trial(told: Mapping[str, Any], language: str) -> dict[str, Any]:
    most, dots = calibration(told["calibration"])
    return {
        **{name: told[name] for name in ("name", "rows", "learned_from", "seasons")},
        "title": told["said"].on(language),
        "rule_title": told["rule_said"].on(language),
        "family": FAMILIES[told["family"]].on(language),
        "base": f"{100 * told['base_rate']:.1f}%",
        "rows_shown": _measures(told, language),
        "better": told["model"]["average_precision"]["low"] > told["rule"]["average_precision"]["value"],
        "curves": {name: points(curve) for name, curve in told["curves"].items()},
        "rule_curves": {name: points(curve) for name, curve in told["rule_curves"].items()},
        "most": f"{100 * most:.0f}%",
        "dots": dots,
        "by_season": [_season(name, step) for name, step in told["by_season"].items()],
        "drift": [(sign(name).on(language), value) for name, value in list(told["drift"].items())[:10]],
    }


def _season(name: str, step: Mapping[str, Any]) -> dict[str, Any]:
    rate = wilson(step["came"], step["of"])
    shares = {"foretold": step["foretold"], "came": rate.value or 0, "low": rate.low, "high": rate.high}
    return {"name": name, "of": step["of"], **{key: f"{100 * value:.1f}%" for key, value in shares.items()}}


def _measures(told: Mapping[str, Any], language: str) -> list[dict[str, str]]:
    chance = random_order(told["base_rate"])
    return [
        {
            "title": said.on(language),
            "model": _told(told["model"][name]),
            "rule": _told(told["rule"][name]),
            "chance": f"{chance[name]:.3f}",
        }
        for name, said in MEASURES.items()
    ]


def _told(measure: Mapping[str, float]) -> str:
    return f"{measure['value']:.3f} [{measure['low']:.3f}, {measure['high']:.3f}]"
