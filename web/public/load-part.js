// What takes a while to work out comes after the page. Without this file the link in its place leads there.
async function load(place) {
  const answer = await fetch(place.dataset.part).catch(() => null);
  // Signed out meanwhile, or the server is away: the link stays.
  if (answer?.ok && !answer.redirected) place.innerHTML = await answer.text();
}

document.querySelectorAll('[data-part]').forEach(load);
