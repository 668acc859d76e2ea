// Server-sent events, read from an answer to a request that has headers of its own.

/** @typedef {{event: string, data: string}} Said */

/** @param {ReadableStream<Uint8Array>} body @returns {AsyncGenerator<Said>} */
export async function* said(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const one = read(block);
      if (one.event) yield one;
    }
  }
}

/** What stands between two empty lines; a comment has no event. @param {string} block @returns {Said} */
function read(block) {
  const found = { event: "", data: "" };
  for (const line of block.split(/\r?\n/)) {
    const [, name, text] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (name === "event") found.event = text;
    else if (name === "data") found.data += text;
  }
  return found;
}
