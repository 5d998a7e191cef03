// The page's own script: puts the feeds into place without flicker, keeps the film playing when a
// new cut arrives, and tells Python what was clicked. Everything shown was escaped in Python.
window.Roughcut = (() => {
const at = (id) => document.getElementById(id);

function put(node, html) {
  if (node && node.dataset.html !== html) { node.innerHTML = html; node.dataset.html = html; }
}

function putCards(node, html) {
  if (!node || node.dataset.html === html) return;
  node.dataset.html = html;
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const old = new Map([...node.children].map((card) => [card.dataset.shot, card]));
  const wanted = [...fresh.content.children].map((card) => {
    const there = old.get(card.dataset.shot);
    if (!there) return card;
    if (there.dataset.was !== card.outerHTML) refill(there, card);
    return there;
  });
  wanted.forEach((card, place) => {
    if (node.children[place] !== card) node.insertBefore(card, node.children[place] || null);
  });
  while (node.children.length > wanted.length) node.lastChild.remove();
}

function refill(there, card) {
  const html = card.outerHTML;
  const image = there.querySelector("img"), next = card.querySelector("img");
  const keep = image && next && image.getAttribute("src") === next.getAttribute("src") ? image : null;
  for (const { name, value } of [...card.attributes]) there.setAttribute(name, value);
  there.replaceChildren(...card.childNodes);
  // The same picture stays the same element: a new one would blink.
  if (keep) there.querySelector("img").replaceWith(keep);
  there.dataset.was = html;
}

function showTalk(parts) {
  const talk = at("talk");
  if (!talk) return;
  const open = [...talk.querySelectorAll("details")].map((one) => one.open);
  const low = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 80;
  const said = talk.dataset.html !== parts.talk;
  put(talk, parts.talk);
  [...talk.querySelectorAll("details")].forEach((one, place) => { one.open = open[place] || false; });
  if (said && low) talk.scrollTop = talk.scrollHeight;
  put(at("view"), parts.view);
}

// Two players lie on each other: the new cut loads beneath and is shown where the old one is.
const screen = { now: 0, src: "", next: "" };
const players = () => [...document.querySelectorAll("#screen video")];

function showFilm(src) {
  if (src === screen.src) return;
  screen.src = src;
  const [old, fresh] = [players()[screen.now], players()[1 - screen.now]];
  if (!src) {
    players().forEach((one) => { one.removeAttribute("src"); one.load(); one.classList.remove("on"); });
    at("screen").classList.remove("has");
    return;
  }
  fresh.src = src;
  fresh.poster = at("screen").dataset.first || "";
  fresh.muted = old.muted; fresh.volume = old.volume; fresh.playbackRate = old.playbackRate;
  fresh.onloadeddata = () => {
    fresh.onloadeddata = null;
    if (!old.currentTime) { if (screen.src === src) handOver(old, fresh); return; }
    fresh.onseeked = () => { fresh.onseeked = null; if (screen.src === src) handOver(old, fresh); };
    fresh.currentTime = Math.min(old.currentTime, Math.max(0, (fresh.duration || 0) - 0.05));
  };
  fresh.load();
}

function handOver(old, fresh) {
  // A full-screen picture is not pulled away: the new cut waits until it is left.
  if (document.fullscreenElement === old) {
    document.addEventListener("fullscreenchange", () => handOver(old, fresh), { once: true });
    return;
  }
  const playing = !old.paused && !old.ended && old.classList.contains("on");
  if (playing) {
    fresh.currentTime = Math.min(old.currentTime + 0.04, fresh.duration || 0);
    fresh.play().catch(() => {});
  }
  fresh.classList.add("on");
  old.classList.remove("on");
  old.pause();
  screen.now = 1 - screen.now;
  at("screen").classList.add("has");
}

function showStage(parts) {
  put(at("headline"), parts.head);
  putCards(at("wall"), parts.wall);
  put(at("compare"), parts.compare);
  put(at("status"), parts.status);
  if (!at("screen")) return;
  at("screen").dataset.first = parts.first;
  at("screen").classList.toggle("still", Boolean(parts.first));
  const first = document.querySelector("#screen .first");
  if (parts.first && first.getAttribute("src") !== parts.first) first.src = parts.first;
  put(document.querySelector("#screen .empty"), parts.empty);
  showFilm(parts.cut);
  const url = new URL(location.href);
  if (url.searchParams.get("film") !== parts.slug) {
    url.searchParams.set("film", parts.slug);
    history.replaceState(null, "", url);
  }
}

function follow(video) {
  const time = video.currentTime;
  document.querySelectorAll("#wall .card").forEach((card) => {
    const start = Number(card.dataset.start), long = Number(card.dataset.long);
    card.classList.toggle("plays", !video.paused && time >= start && time < start + long);
  });
}

function type(words) {
  const box = document.querySelector("#box textarea");
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

function listen(page) {
  document.addEventListener("click", (event) => {
    const card = event.target.closest("#wall .card");
    if (card) {
      const video = players()[screen.now];
      if (video && video.src && video.paused) video.currentTime = Number(card.dataset.start) + 0.05;
      page.pick(card.classList.contains("chosen") ? "" : card.dataset.shot);
    }
    const idea = event.target.closest(".idea");
    if (idea) type(idea.textContent);
    if (event.target.closest("#view button")) page.pick("");
  });
  document.addEventListener("input", (event) => {
    const wipe = event.target.closest(".wipe");
    if (wipe) wipe.style.setProperty("--at", `${event.target.value}%`);
  });
  document.addEventListener("timeupdate", (event) => {
    if (event.target.matches("#screen video.on")) follow(event.target);
  }, true);
}

const page = { pick: () => {}, showTalk, showStage };
listen(page);
return page;
})();
