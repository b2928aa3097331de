package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether who asks for a refill says that nothing is left: a request that is read in the morning would be too late for
 * them. Doubt counts as none left; what is still to come ("I will run out on Friday") and refills that are used up, while
 * there may be medicine, do not.
 */
final class NoneLeft {
    private static final String WHO = "(i|we|he|she|they|mom|mother|dad|father|husband|wife|son|daughter|dog|cat)";

    private static final Pattern SAID = Pattern.compile(String.join(
            "|",
            "\\bran (completely |totally |all )?out\\b",
            "\\b(have|has|had|i've|we've|he's|she's|they've|just|already|did) (just |already |completely |now )?run out\\b",
            "\\b" + WHO
                    + "(\\s?'?(m|re|s)| am| are| is| was| been)? (all|completely|totally|fresh|just|already|now|clean) out\\b",
            "\\b(i'm|we're|he's|she's|they're|am|are|is|been|being) out of\\b",
            "\\b(i'm|we're|he's|she's|they're|all|completely|totally|fresh|been) out( now| today| and|$)",
            "\\b(none|nothing|no (more )?\\w+|not (one|any|a single)( \\w+)?) left\\b",
            "\\b(don't|doesn't|do not|does not|haven't|hasn't) (have|got) (any|a single one|one)( \\w+)?( \\w+)? left\\b",
            "\\b(took|taken|swallowed)( \\w+)?( \\w+)? (my|the|his|her|our|their) (very )?last\\b",
            "\\b(had|used|gave|got)( \\w+)? (my|the|his|her|our|their) (very )?last (one|two|few|pills?|tablets?|capsules?|doses?"
                    + "|puffs?|drops?|bit|of)\\b",
            "\\bhave no (more )?(pills?|tablets?|capsules?|doses?|medicine|medication|meds|insulin|inhaler|more)\\b",
            "\\b(have|got) (none|zero)\\b",
            "\\bdon't have (any|any more|anymore)$",
            "\\bfinished (it|them|the bottle|the pills|all of it|all of them)\\b",
            "\\bwithout (it|them|any|my \\w+|the \\w+) for\\b",
            "\\bon (my|the|his|her) last (pill|one|tablet|dose|capsule)\\b",
            "\\b(bottle|box|inhaler|pen|vial|container)('s| is| was) empty\\b"));

    private static final Pattern STILL_TO_COME = Pattern.compile(String.join(
            "|",
            "\\b(almost|nearly|about|going|gonna|soon|close|before|until|till|when|if|will|i'll|we'll|he'll|she'll|don't|doesn't|won't|not)"
                    + " (\\w+ ){0,3}(run|running|ran|be|out)\\b(?! of the office)",
            "\\b(haven't|hasn't|not) (\\w+ )?run out\\b",
            "\\bout of (the )?(refills?|office|town|state|country|network|pocket|time|work|hospital)\\b",
            "\\b(no|none|any) (more )?(refills?|repeats?) left\\b"));

    private NoneLeft() {}

    static boolean saidIn(List<String> words) {
        String said = String.join(" ", words);
        String certain = STILL_TO_COME.matcher(said).replaceAll(" ");
        return SAID.matcher(certain).find();
    }
}
