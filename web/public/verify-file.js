// A file is read here and only its SHA-256 is sent. Without this file the page looks codes up alone.
const place = document.querySelector('[data-verify]');
const input = document.getElementById('verify-file');
const answer = document.getElementById('verify-answer');

let asked = 0;

// Browsers hash only on pages that came by https, or from this machine.
const hashOf = async (file) => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const ask = async (file) => {
  const body = new URLSearchParams({ sha256: await hashOf(file), code: place.dataset.code });
  const response = await fetch(place.dataset.verify, { method: 'POST', body });
  if (![200, 429].includes(response.status)) throw new Error(String(response.status));
  return response.text();
};

async function check(file) {
  asked += 1;
  const mine = asked;
  answer.textContent = place.dataset.reading;
  const html = await ask(file).catch(() => null);
  // Another file was dropped since.
  if (mine !== asked) return;
  if (html === null) answer.textContent = place.dataset.failed;
  else answer.innerHTML = html;
}

const showDragging = (isDragging) => place.classList.toggle('rc-drop--over', isDragging);

if (place) {
  place.hidden = false;
  if (globalThis.crypto?.subtle) {
    input.addEventListener('change', () => {
      if (input.files[0]) check(input.files[0]);
    });
    place.addEventListener('dragover', (event) => {
      event.preventDefault();
      showDragging(true);
    });
    place.addEventListener('dragleave', () => showDragging(false));
    place.addEventListener('drop', (event) => {
      event.preventDefault();
      showDragging(false);
      if (event.dataTransfer.files[0]) check(event.dataTransfer.files[0]);
    });
  } else {
    input.disabled = true;
    answer.textContent = place.dataset.insecure;
  }
}
