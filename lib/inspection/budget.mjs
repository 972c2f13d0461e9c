/**
 * How much work a stranger's file may cost, in steps of about one byte that is looked at. A clock would stop a good file on a busy machine;
 * a count stops the same file everywhere, and a test can read it.
 */
export class Budget {
  spent = 0

  /** @param {number} most steps */
  constructor(most) {
    this.most = most
  }

  /** @param {number} steps @throws Spent */
  spend(steps) {
    this.spent += steps
    if (this.spent > this.most) throw new Spent()
  }
}

/** There is more to look at than anybody may ask for. */
export class Spent extends Error {
  /** @override */
  name = 'Spent'
}
