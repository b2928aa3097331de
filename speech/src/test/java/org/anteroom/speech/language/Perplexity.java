package org.anteroom.speech.language;

import java.util.List;

/** Among how many words a model seems to choose, on average, when it reads sentences: the fewer, the better it expects them. */
final class Perplexity {
    private Perplexity() {}

    static double of(NGramFile file, List<String> sentences) {
        BackoffModel model = file.model();
        double cost = 0;
        int words = 0;
        for (String sentence : sentences) {
            int before = SentenceCounts.START;
            int context = model.longer(BackoffModel.ROOT, SentenceCounts.START);
            for (String text : (sentence + " </s>").split(" ")) {
                int word = text.equals("</s>")
                        ? BackoffModel.END
                        : file.words().numbers().get(text);
                cost -= Math.log(model.probability(context, word));
                words++;
                if (word != BackoffModel.END) {
                    int last = model.longer(BackoffModel.ROOT, word);
                    int both = last == BackoffModel.NONE ? BackoffModel.NONE : model.longer(last, before);
                    context = both != BackoffModel.NONE ? both : Math.max(last, BackoffModel.ROOT);
                    before = word;
                }
            }
        }
        return Math.exp(cost / words);
    }
}
