// Which elements are in view.

export class Sight {
  /** @param {() => void} onsight called when one comes into view */
  constructor(onsight) {
    /** Those that are not. @type {WeakSet<Element>} */
    this.unseen = new WeakSet();
    /** @type {WeakSet<Element>} */
    this.watched = new WeakSet();
    this.observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) this.unseen.delete(target);
        else this.unseen.add(target);
      }
      if (entries.some(({ isIntersecting }) => isIntersecting)) onsight();
    });
  }

  /** Is an element in view? It is thought to be until it is known. @param {Element} element */
  has(element) {
    if (!this.watched.has(element)) this.observer.observe(element);
    this.watched.add(element);
    return !this.unseen.has(element);
  }
}
