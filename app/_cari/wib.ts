/**
 * WIB, in minutes east of UTC: what the days of a form without scripts are counted in. Alone in its file: the browser needs it, and
 * the schema of the query, whose library tries `eval`, must not come along.
 */
export const WIB = 420
