// Redoes a published draw in the reader's own browser: nothing is asked of the server but the published files.
"use strict";
(function () {
  const place = document.getElementById("redo");
  if (!place) return;
  const button = place.querySelector("button"), list = place.querySelector("ol"), words = place.dataset;
  const LISTS = ["population.csv", "excluded.csv", "inspectors.csv", "recusals.csv"];
  const AT_ONCE = 2000;

  const hex = (bytes) => Array.from(new Uint8Array(bytes), (one) => one.toString(16).padStart(2, "0")).join("");
  const digest = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));
  const digestOf = (text) => digest(new TextEncoder().encode(text));
  const less = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  function say(good, text) {
    const line = document.createElement("li"), tag = document.createElement("span");
    tag.className = "tag " + (good ? "good" : "bad");
    tag.textContent = good ? words.good : words.bad;
    line.append(tag, " " + text);
    list.append(line);
  }

  function must(good, text) {
    say(good, text);
    if (!good) throw new Error(text);
  }

  async function fetched(name) {
    const answer = await fetch(words.files + name, { cache: "no-store" });
    if (!answer.ok) throw new Error(name + " " + answer.status);
    return answer.arrayBuffer();
  }

  const rows = (bytes) => new TextDecoder().decode(bytes).split("\n").slice(1, -1).map((line) => line.split(","));
  const lines = (some) => some.map((row) => row.join(",")).join("\n");

  function count(ratio, size) {
    const [whole, part = ""] = ratio.split(".");
    const below = 10n ** BigInt(part.length), above = BigInt(whole + part) * BigInt(size);
    return Number((above + below - 1n) / below);
  }

  async function tickets(seed, population) {
    const strata = new Map();
    for (let start = 0; start < population.length; start += AT_ONCE) {
      const some = population.slice(start, start + AT_ONCE);
      const found = await Promise.all(some.map(([code]) => digestOf(seed + "," + code)));
      some.forEach(([code, stratum], at) => {
        if (!strata.has(stratum)) strata.set(stratum, []);
        strata.get(stratum).push([found[at], code]);
      });
      button.textContent = words.counting + " " + Math.min(start + AT_ONCE, population.length) + " / " + population.length;
    }
    for (const order of strata.values()) order.sort((one, other) => less(one[0], other[0]));
    return strata;
  }

  function drawnOf(draw, strata) {
    const found = [];
    for (const stratum of Array.from(strata.keys()).sort(less)) {
      const order = strata.get(stratum), many = count(draw.ratio[stratum], order.length);
      order.slice(0, many).forEach(([ticket, code], at) => found.push([stratum, String(at + 1), code, ticket]));
    }
    return found;
  }

  async function sent(draw, code, left, recused) {
    const ranked = [];
    for (const who of left.keys()) ranked.push([await digestOf(draw.seed + "," + code + "," + who), who]);
    ranked.sort((one, other) => less(one[0], other[0]));
    const free = ranked.map((one) => one[1]).filter((who) => left.get(who) > 0 && !recused.has(code + "," + who));
    const taken = free.slice(0, draw.inspectors_each);
    taken.forEach((who) => left.set(who, left.get(who) - 1));
    return taken;
  }

  async function assignedOf(draw, drawn, left, recused) {
    const visits = new Map();
    for (const row of drawn.slice().sort((one, other) => less(one[3], other[3])))
      visits.set(row[2], await sent(draw, row[2], left, recused));
    return visits;
  }

  async function replacedOf(draw, strata, drawn, visits, left, recused, found) {
    const used = new Map(), where = new Map(drawn.map((row) => [row[2], row[0]])), made = [];
    for (const [stratum] of drawn) used.set(stratum, (used.get(stratum) || 0) + 1);
    for (const [gone] of found) {
      const stratum = where.get(gone), at = used.get(stratum), next = (strata.get(stratum) || [])[at];
      if (!next || !visits.has(gone)) return made;
      visits.get(gone).forEach((who) => left.set(who, left.get(who) + 1));
      visits.delete(gone);
      used.set(stratum, at + 1);
      where.set(next[1], stratum);
      visits.set(next[1], await sent(draw, next[1], left, recused));
      made.push([gone, stratum, String(at + 1), next[1], next[0], visits.get(next[1]).join(" ") || "-"]);
    }
    return made;
  }

  async function redo() {
    const draw = JSON.parse(new TextDecoder().decode(await fetched("draw.json"))), files = {};
    for (const name of LISTS) {
      files[name] = await fetched(name);
      must((await digest(files[name])) === draw.hashes[name], words.hash + " " + name);
    }
    if (!draw.seed) return;
    const seed = await digestOf([draw.hashes["population.csv"], ...draw.sources].join("\n"));
    must(seed === draw.seed, words.seed + " " + seed);
    const population = rows(files["population.csv"]), strata = await tickets(seed, population);
    const drawn = drawnOf(draw, strata);
    must(lines(drawn) === lines(rows(await fetched("drawn.csv"))), words.drawn + " " + drawn.length + " / " + population.length);
    const left = new Map(rows(files["inspectors.csv"]).map(([who, many]) => [who, Number(many)]));
    const recused = new Set(rows(files["recusals.csv"]).map((row) => row.join(",")));
    const visits = await assignedOf(draw, drawn, left, recused), assigned = [];
    for (const [code, its] of visits) its.forEach((who, at) => assigned.push([code, who, String(at + 1)]));
    must(lines(assigned) === lines(rows(await fetched("assigned.csv"))), words.assigned + " " + assigned.length);
    if (words.replaced) {
      const found = rows(await fetched("replacements.csv"));
      const again = await replacedOf(draw, strata, drawn, visits, left, recused, found);
      must(lines(again) === lines(found), words.replaced + " " + found.length);
    }
  }

  place.hidden = false;
  button.addEventListener("click", async function () {
    list.replaceChildren();
    button.disabled = true;
    try {
      if (!(window.crypto && crypto.subtle)) throw new Error(words.insecure);
      await redo();
      say(true, words.all);
    } catch (fault) {
      say(false, fault.message);
    }
    button.disabled = false;
    button.textContent = words.again;
  });
})();
