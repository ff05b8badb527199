/**
 * Importing this keeps Node's report, by which the database's loader finds out what system this is, from asking for all network interfaces: the program asks nothing about
 * networks that it does not use.
 */
Object.assign(process.report ?? {}, { excludeNetwork: true });
