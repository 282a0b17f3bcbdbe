/** Collects what is wrong in the guide, so that one run of the build names everything. */
export class Problems {
  /** @type {string[]} */
  list = [];

  /** @param {string} file @param {string} message */
  add(file, message) {
    this.list.push(`media/guide/${file}: ${message}`);
  }
}
