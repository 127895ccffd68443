// Lucene with its own defaults, but that no word is left out: EnglishAnalyzer without stop words, positions, stored
// fields, doc values for outlet, month and day, the unified highlighter. Commands and lines as in engine.cpp.
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TotalHitCountCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

public final class Lucene {
  private static final double MEGABYTE = 1e6;
  private static final double BUFFER_MB = 64;
  private static final int LEAST_WARMING_ROUNDS = 2;

  private final Analyzer analyzer = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
  private DirectoryReader reader;
  private IndexSearcher searcher;

  /** What was found, and what proves that the work was done. */
  private static final class Found {
    long matches;
    int hits, snippets;
    long countedOutlets, countedMonths;
  }

  /** Counts a field's values over all that matches. */
  private static final class FacetCollector extends SimpleCollector {
    private final String field;
    private final Map<String, Long> counts = new HashMap<>();
    private SortedDocValues values;
    private int[] ofOrdinal;

    FacetCollector(String field) {
      this.field = field;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      mergeCounts();
      values = DocValues.getSorted(context.reader(), field);
      ofOrdinal = new int[values.getValueCount()];
    }

    @Override
    public void collect(int document) throws IOException {
      if (values.advanceExact(document)) ++ofOrdinal[values.ordValue()];
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    Map<String, Long> counts() throws IOException {
      mergeCounts();
      return counts;
    }

    private void mergeCounts() throws IOException {
      for (int ordinal = 0; values != null && ordinal < ofOrdinal.length; ++ordinal)
        if (ofOrdinal[ordinal] > 0)
          counts.merge(values.lookupOrd(ordinal).utf8ToString(), (long) ofOrdinal[ordinal], Long::sum);
      values = null;
    }
  }

  public static void main(String[] arguments) throws Exception {
    List<String> paths = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>(Map.of("--threads", 1, "--repetitions", 5, "--warming", 10));
    boolean commitEach = false;
    for (int i = 1; i < arguments.length; ++i) {
      if (numbers.containsKey(arguments[i])) numbers.put(arguments[i], Integer.parseInt(arguments[++i]));
      else if (arguments[i].equals("--commit-each")) commitEach = true;
      else if (arguments[i].startsWith("--")) throw new IllegalArgumentException("no such option: " + arguments[i]);
      else paths.add(arguments[i]);
    }
    Lucene lucene = new Lucene();
    switch (arguments[0]) {
      case "index" -> lucene.indexCommand(Path.of(paths.get(0)), Path.of(paths.get(1)), numbers.get("--threads"));
      case "add" -> lucene.addCommand(Path.of(paths.get(0)), Path.of(paths.get(1)), commitEach);
      case "search" ->
          lucene.searchCommand(Path.of(paths.get(0)), Path.of(paths.get(1)), numbers);
      case "compact" -> lucene.compactCommand(Path.of(paths.get(0)));
      default -> throw new IllegalArgumentException("no such command: " + arguments[0]);
    }
  }

  private void indexCommand(Path reports, Path directory, int threads) throws Exception {
    if (Files.exists(directory)) throw new IllegalArgumentException(directory + " is there already");
    JsonObject stages = new JsonObject();
    long start = System.nanoTime();
    index(reports, directory, threads, false, stages);
    printIndex("index", directory, secondsSince(start), stages);
  }

  private void addCommand(Path reports, Path directory, boolean commitEach) throws Exception {
    String last = null;
    for (String line : Files.readAllLines(reports))
      last = JsonParser.parseString(line).getAsJsonObject().get("id").getAsString();
    open(directory);
    if (has(last)) throw new IllegalArgumentException(last + " is in the index already");
    JsonObject stages = new JsonObject();
    long start = System.nanoTime();
    index(reports, directory, 1, commitEach, stages);
    open(directory);
    boolean hasLast = has(last);
    double seconds = secondsSince(start);
    if (!hasLast) throw new IllegalStateException(last + " did not come in");
    printIndex("add", directory, seconds, stages);
  }

  private void index(Path reports, Path directory, int threads, boolean commitEach, JsonObject stages)
      throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MB);
    try (FSDirectory folder = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(folder, config);
        BufferedReader lines = Files.newBufferedReader(reports)) {
      double before = processorSeconds();
      if (threads > 1) addAll(lines, writer, threads);
      else
        for (String line; (line = lines.readLine()) != null; ) {
          writer.addDocument(document(JsonParser.parseString(line).getAsJsonObject()));
          if (commitEach) writer.commit();
        }
      double added = processorSeconds();
      writer.commit();
      stages.addProperty("tokens and writing", added - before);
      stages.addProperty("committing", processorSeconds() - added);
    }
  }

  private void addAll(BufferedReader lines, IndexWriter writer, int threads) throws Exception {
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(1000);
    String end = new String("");
    List<Thread> adders = new ArrayList<>();
    List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < threads; ++i) {
      Thread adder = new Thread(() -> {
        try {
          for (String line; (line = queue.take()) != end; )
            writer.addDocument(document(JsonParser.parseString(line).getAsJsonObject()));
        } catch (Exception failure) {
          failures.add(failure);
        }
      });
      adder.start();
      adders.add(adder);
    }
    for (String line; (line = lines.readLine()) != null; ) queue.put(line);
    for (int i = 0; i < threads; ++i) queue.put(end);
    for (Thread adder : adders) adder.join();
    if (!failures.isEmpty()) throw failures.get(0);
  }

  /** Title and text are one field to search in. Ids and titles of hits are read faster as doc values than as stored. */
  private static Document document(JsonObject report) {
    String title = report.get("title").getAsString(), text = report.get("text").getAsString();
    String published = report.get("published").getAsString();
    Document document = new Document();
    document.add(new StringField("id", report.get("id").getAsString(), Field.Store.NO));
    document.add(new BinaryDocValuesField("id", new BytesRef(report.get("id").getAsString())));
    document.add(new BinaryDocValuesField("title", new BytesRef(title)));
    document.add(new TextField("words", title, Field.Store.NO));
    document.add(new TextField("words", text, Field.Store.NO));
    document.add(new StoredField("text", text));
    document.add(new SortedDocValuesField("outlet", new BytesRef(report.get("outlet").getAsString())));
    document.add(new SortedDocValuesField("month", new BytesRef(published.substring(0, 7))));
    document.add(new NumericDocValuesField("day", numberOf(published)));
    document.add(new IntPoint("day", numberOf(published)));
    return document;
  }

  private static int numberOf(String date) {
    return Integer.parseInt(date.replace("-", ""));
  }

  private void open(Path directory) throws IOException {
    if (reader != null) reader.close();
    reader = DirectoryReader.open(FSDirectory.open(directory));
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null); // What is asked again must be found again.
  }

  private boolean has(String reportId) throws IOException {
    return reader.docFreq(new Term("id", reportId)) > 0;
  }

  private Found search(JsonObject task) throws IOException {
    Query query = translate(task);
    boolean exact = isSet(task, "exact"), byDate = isSet(task, "by_date");
    int limit = task.get("limit").getAsInt();
    Found found = new Found();
    FacetCollector outlets = new FacetCollector("outlet"), months = new FacetCollector("month");
    List<Collector> collectors = new ArrayList<>();
    TopDocsCollector<?> top = null;
    if (limit > 0) collectors.add(top = topCollector(limit, byDate, exact));
    TotalHitCountCollector total = new TotalHitCountCollector();
    if (limit == 0) collectors.add(total);
    if (isSet(task, "facets")) collectors.addAll(List.of(outlets, months));
    searcher.search(query, MultiCollector.wrap(collectors));
    found.matches = top == null ? total.getTotalHits() : top.getTotalHits();
    if (top != null) show(query, top.topDocs(), isSet(task, "snippets"), found);
    if (isSet(task, "facets")) {
      found.countedOutlets = sum(outlets.counts());
      found.countedMonths = sum(months.counts());
    }
    return found;
  }

  private static TopDocsCollector<?> topCollector(int limit, boolean byDate, boolean exact) {
    int threshold = exact ? Integer.MAX_VALUE : limit;
    if (!byDate) return TopScoreDocCollector.create(limit, threshold);
    return TopFieldCollector.create(new Sort(new SortField("day", SortField.Type.INT, true)), limit, threshold);
  }

  private void show(Query query, TopDocs top, boolean snippets, Found found) throws IOException {
    for (ScoreDoc hit : top.scoreDocs)
      if (valueOf(hit.doc, "id").length > 0 && valueOf(hit.doc, "title").length > 0) ++found.hits;
    if (!snippets || top.scoreDocs.length == 0) return;
    UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
    highlighter.setFieldMatcher(field -> true);
    for (String snippet : highlighter.highlight("text", query, top, 2))
      if (snippet != null && !snippet.isEmpty()) ++found.snippets;
  }

  private BytesRef valueOf(int document, String field) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
    if (!values.advanceExact(document - leaf.docBase)) throw new IllegalStateException("no " + field);
    return values.binaryValue();
  }

  private Query translate(JsonObject task) throws IOException {
    Query words = translateWords(task);
    if (!task.has("first")) return words;
    int first = numberOf(task.get("first").getAsString()), last = numberOf(task.get("last").getAsString());
    Query days = new IndexOrDocValuesQuery(IntPoint.newRangeQuery("day", first, last),
        NumericDocValuesField.newSlowRangeQuery("day", first, last));
    return new BooleanQuery.Builder().add(words, BooleanClause.Occur.MUST).add(days, BooleanClause.Occur.FILTER)
        .build();
  }

  private Query translateWords(JsonObject task) throws IOException {
    String kind = task.get("kind").getAsString();
    List<String> words = new ArrayList<>();
    for (JsonElement word : task.getAsJsonArray("words")) words.add(word.getAsString());
    if (kind.equals("prefix")) return new PrefixQuery(new Term("words", words.get(0)));
    if (kind.equals("term")) return new TermQuery(new Term("words", stem(words.get(0))));
    if (kind.equals("phrase")) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      for (String word : words) phrase.add(new Term("words", stem(word)));
      return phrase.build();
    }
    BooleanClause.Occur occur = kind.equals("any_of") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (String word : words) builder.add(new TermQuery(new Term("words", stem(word))), occur);
    return builder.build();
  }

  private String stem(String word) throws IOException {
    try (TokenStream tokens = analyzer.tokenStream("words", word)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      String stem = tokens.incrementToken() ? term.toString() : word;
      tokens.end();
      return stem;
    }
  }

  private void searchCommand(Path directory, Path queries, Map<String, Integer> numbers) throws IOException {
    int repetitions = numbers.get("--repetitions"), warmingSeconds = numbers.get("--warming");
    List<JsonObject> tasks = new ArrayList<>();
    for (String line : Files.readAllLines(queries)) tasks.add(JsonParser.parseString(line).getAsJsonObject());
    open(directory);
    long start = System.nanoTime();
    for (int round = 0; round < LEAST_WARMING_ROUNDS || secondsSince(start) < warmingSeconds; ++round)
      for (JsonObject task : tasks) search(task);
    double[][] milliseconds = new double[tasks.size()][repetitions];
    Found[] found = new Found[tasks.size()];
    for (int round = 0; round < repetitions; ++round)
      for (int i = 0; i < tasks.size(); ++i) {
        long before = System.nanoTime();
        found[i] = search(tasks.get(i));
        milliseconds[i][round] = secondsSince(before) * 1000;
      }
    for (int i = 0; i < tasks.size(); ++i) printQuery(tasks.get(i), found[i], milliseconds[i]);
    JsonObject line = new JsonObject();
    line.addProperty("what", "search");
    line.addProperty("peak_mb", peakMegabytes());
    System.out.println(line);
  }

  private void compactCommand(Path directory) throws IOException {
    long start = System.nanoTime();
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(directory), new IndexWriterConfig(analyzer))) {
      writer.forceMerge(1);
      writer.commit();
    }
    JsonObject line = new JsonObject();
    line.addProperty("what", "compact");
    line.addProperty("seconds", secondsSince(start));
    line.addProperty("index_mb", megabytesIn(directory));
    System.out.println(line);
  }

  private static void printIndex(String what, Path directory, double seconds, JsonObject stages) throws IOException {
    JsonObject line = new JsonObject();
    line.addProperty("what", what);
    line.addProperty("seconds", seconds);
    line.addProperty("cpu_seconds", processorSeconds());
    line.addProperty("peak_mb", peakMegabytes());
    line.addProperty("index_mb", megabytesIn(directory));
    line.add("stages", stages);
    System.out.println(line);
  }

  private static void printQuery(JsonObject task, Found found, double[] milliseconds) {
    JsonObject line = new JsonObject();
    line.addProperty("what", "query");
    line.add("class", task.get("class"));
    line.add("ms", new Gson().toJsonTree(milliseconds));
    line.addProperty("matches", found.matches);
    line.addProperty("hits", found.hits);
    if (isSet(task, "snippets")) line.addProperty("snippets", found.snippets);
    if (isSet(task, "facets"))
      line.add("counted", JsonParser.parseString("[" + found.countedOutlets + "," + found.countedMonths + "]"));
    System.out.println(line);
  }

  private static boolean isSet(JsonObject task, String name) {
    return task.has(name) && task.get(name).getAsBoolean();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Of the whole process: compiling and collecting garbage are part of it. */
  private static double processorSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() * 1e-9;
  }

  private static double peakMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8))
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / MEGABYTE;
    return 0;
  }

  private static double megabytesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / MEGABYTE;
    }
  }
}
