/** Stands in a template where each answer has a nonce of its own. */
export const NONCE = '{nonce}';

/** The folder of the templates, below the one that is built. */
export const PAGES = 'pages';

/** How the names of the staff's templates begin, which nobody gets as they are. */
export const STAFF_TEMPLATES = 'staff';
