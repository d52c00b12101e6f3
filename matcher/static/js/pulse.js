// Counts the answers. Without a script the form is the same, only uncounted.
const form = document.querySelector('form[data-pulse]');
const stones = [...document.querySelectorAll('[data-pulse-steps] li')];
const count = document.querySelector('[data-pulse-count]');
const questions = form ? [...form.querySelectorAll('[data-question]')] : [];

function tell() {
  const answered = questions.filter((question) => question.querySelector('input:checked')).length;
  stones.forEach((stone, i) => stone.classList.toggle('done', i < answered));
  if (!count) return;
  const { some, all } = count.dataset;
  count.textContent = answered === questions.length ? all : some.replace('{count}', answered).replace('{all}', questions.length);
}

if (form) {
  form.addEventListener('change', tell);
  tell();
}
