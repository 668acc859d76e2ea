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
  history.pushState(history.state, "", `${location.pathname}?${others}${link}`);
}
