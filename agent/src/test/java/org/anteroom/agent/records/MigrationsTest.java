package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    Path folder;

    @Test
    void giveEveryColumnATypeThatPostgresqlHasToo() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            List<String> types = columns(open, "lower(c.type)");

            assertThat(types).isNotEmpty().isSubsetOf("bigint", "text", "bytea", "smallint", "integer", "boolean");
        }
    }

    @Test
    void giveSealedColumnsAndOnlyThoseAndHashesTheTypeOfBytes() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            List<String> bytes = columns(open, "case when lower(c.type) = 'bytea' then c.name else '' end");
            List<String> named =
                    columns(open, "case when c.name like '%/_sealed' escape '/' then lower(c.type) else 'bytea' end");

            assertThat(bytes).allSatisfy(name -> assertThat(name).matches("|.*_sealed|.*hash"));
            assertThat(named).containsOnly("bytea");
        }
    }

    private static List<String> columns(OpenStore open, String what) {
        return open.store().read(handle -> handle.createQuery("select " + what
                        + " from sqlite_master t join pragma_table_info(t.name) c"
                        + " where t.type = 'table' and t.name not like 'flyway%'")
                .mapTo(String.class)
                .list());
    }
}
