package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.anteroom.agent.config.Keeper;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.records.VaultException;

/** What records need before the first start, made for the service's user also where root makes it. Records that were sealed
 *  with a key get no other: it would open none of them, and might be kept as the copy of the right one.
 *
 *  @param folder whether it was made; else it was there
 *  @param key the same of the key file
 */
record FreshRecords(boolean folder, boolean key) {

    /** Makes what is not there.
     *
     *  @param config beside which the service keeps its files
     *  @throws IOException when something can't be made
     *  @throws VaultException when the key can't be made, or there are records that it would not open
     */
    static FreshRecords make(Path config, Path folder, Path key) throws IOException, VaultException {
        Keeper keeper = Keeper.of(config);
        boolean made = Files.notExists(key);
        if (made) {
            Path above = key.toAbsolutePath().normalize().getParent();
            if (above != null && Files.notExists(above)) {
                make(above, keeper);
            }
            Vault.createKeyFile(key, folder);
            keeper.takes(key);
        }
        boolean fresh = Files.notExists(folder);
        if (fresh) {
            make(folder.toAbsolutePath().normalize(), keeper);
        }
        return new FreshRecords(fresh, made);
    }

    /** With every folder above it that isn't there: the service must be able to enter each. */
    private static void make(Path folder, Keeper keeper) throws IOException {
        Path above = folder.getParent();
        if (above != null && Files.notExists(above)) {
            make(above, keeper);
        }
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        keeper.takes(folder);
    }
}
