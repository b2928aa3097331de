package org.anteroom.agent.emergency;

import java.util.List;
import org.anteroom.agent.words.HeardWord;

/**
 * A rule found in the words heard so far.
 *
 * @param id the number of the rule's row
 * @param grade what it means in its context; {@link Grade#NONE} when the context takes it back
 * @param contexts the names of the contexts that changed its grade
 * @param settled nothing more has to be waited for
 */
record Hit(int id, Rule rule, Grade grade, List<String> contexts, boolean settled, List<HeardWord> words) {}
