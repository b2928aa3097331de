/**
 * What must not be lost and must not be read: the one SQLite writer, migrations, the vault that seals every column with
 * PHI, sealed recordings and the audit chain. Generic: no type of the practice or of a call enters. Each room owns the
 * SQL of its own types and brings its migrations under {@code db/migration}: V001 to V009 are of this room, V010 to V019
 * of practice, V020 and up of call. SQL is kept to what PostgreSQL takes too: sealed columns are BYTEA and end in
 * {@code _sealed}, times are BIGINT milliseconds.
 */
@NullMarked
package org.anteroom.agent.records;

import org.jspecify.annotations.NullMarked;
