package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;

/** Reads a type's catalogue as a reviewer would; every problem at once. */
final class CatalogueCheck {
    private final CatalogueFile base;
    private final CatalogueFile own;

    CatalogueCheck(CatalogueFile base, CatalogueFile own) {
        this.base = base;
        this.own = own;
    }

    List<CatalogueProblem> problems() {
        List<CatalogueProblem> problems = new ArrayList<>(base.problems());
        problems.addAll(own.problems());
        return problems;
    }
}
