// The paper follows what is typed. Without this file the button under the text shows it.
const QUIET_MS = 500;

const form = document.querySelector('[data-preview]');
const paper = document.getElementById('template-preview');
const text = form?.querySelector('textarea');

let waiting;
let asked = 0;

async function show() {
  asked += 1;
  const mine = asked;
  const body = new URLSearchParams({ text: text.value });
  const answer = await fetch(form.dataset.preview, { method: 'POST', body }).catch(() => null);
  // What was typed since has asked anew.
  if (answer?.ok && mine === asked) paper.innerHTML = await answer.text();
}

text?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, QUIET_MS);
});
