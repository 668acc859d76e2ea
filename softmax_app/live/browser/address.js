// The browser's address, which is the link to what is on the page.

/** Let the address say a query in the place of another one; what else it says stays before it.
 * @param {string} old @param {string} link */
export function writeAddress(old, link) {
  if (old === link) return;
  const query = new URLSearchParams(location.search);
  for (const name of [...new URLSearchParams(old).keys(), ...new URLSearchParams(link).keys()]) {
    query.delete(name);
  }
  const others = query.size > 0 ? `${query}&` : "";
  history.pushState(history.state, "", readable(`${location.pathname}?${others}${link}`));
}

/** Let the address have commas as they are, where Streamlit has written it. */
export function makeReadable() {
  const better = readable(location.href);
  if (better !== location.href) history.replaceState(history.state, "", better);
}

/** @param {string} address */
function readable(address) {
  return address.replaceAll("%2C", ",");
}
