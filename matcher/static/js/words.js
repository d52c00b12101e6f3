// Lays the stones of the arch while someone writes. The server shows the same without a script.
// A piece counts from four words on, as on the server; one stone is for the topics.
const reach = document.querySelector('[data-reach]');
const stones = reach ? [...reach.querySelectorAll('[data-stone]')] : [];
const sentences = reach ? [...reach.querySelectorAll('[data-reach-words]')] : [];
const title = reach?.querySelector('[data-reach-title]');
const text = reach?.querySelector('[data-reach-text]');
const ENOUGH = 4;

function written(field) {
  return field.value.trim().split(/\s+/).length >= ENOUGH;
}

function lay() {
  const pieces = [...document.querySelectorAll('[data-statement]')].filter(written).length;
  const topics = document.querySelector('[data-topic]:checked') ? 1 : 0;
  const laid = Math.min(stones.length, pieces + topics);
  stones.forEach((stone, i) => stone.setAttribute('class', i < laid ? 'laid' : 'free'));
  if (reach.dataset.laid === String(laid)) return;
  reach.dataset.laid = String(laid);
  title.textContent = sentences[laid].querySelector('b').textContent;
  text.textContent = sentences[laid].querySelector('span').textContent;
}

if (reach) {
  document.addEventListener('input', lay);
  document.addEventListener('change', lay);
}
