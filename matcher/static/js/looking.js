// Says every twenty seconds that this page stands open, and shows which colleagues look at the same pair.
// A page in the background, or one that nobody has touched for ten minutes, says nothing.
const EVERY = 20000;
const TOUCHED = 600000;

let touched = Date.now();
for (const kind of ['pointermove', 'keydown', 'scroll', 'focus']) {
  addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
}

async function tell(place) {
  if (!document.hidden && Date.now() - touched < TOUCHED) {
    try {
      const answer = await fetch(place.dataset.looking, {
        method: 'POST',
        body: new URLSearchParams({ csrf_token: place.dataset.token, seen: place.dataset.seen }),
        headers: { Accept: 'text/html' },
        credentials: 'same-origin',
      });
      if (!answer.ok || answer.redirected) return; // signed out: the page says nothing any more
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (place.textContent.trim() !== page.body.textContent.trim()) place.replaceChildren(...page.body.childNodes);
    } catch {
      // The line dropped. We say it again.
    }
  }
  setTimeout(() => tell(place), EVERY);
}

for (const place of document.querySelectorAll('[data-looking]')) {
  tell(place);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) touched = Date.now(); });
}
