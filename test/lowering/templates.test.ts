import assert from 'node:assert/strict';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { HtmlContext } from '../../server/src/languages/html-context';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import { readTemplate } from '../../server/src/languages/markup/read';
import type { GrammarSet } from '../../server/src/syntax/grammar';
import { endures, outputs } from '../support/page-outputs';

const written = (text: string, name = 'x.html'): string[] => outputs(readTemplate(text, `file:///${name}`), text);

describe('where in a page a value goes', () => {
  const contexts = (page: string): string[] =>
    page
      .split('@')
      .slice(0, -1)
      .reduce<{ html: HtmlContext; found: string[] }>(
        ({ html, found }, piece) => {
          html.feed(piece);
          found.push(html.context);
          html.written();
          return { html, found };
        },
        { html: new HtmlContext(), found: [] },
      ).found; // prettier-ignore

  it('text, attributes, links', () => {
    assert.deepEqual(contexts('<p>@</p><p class="a @" id=@ @>@<a href="@">@</a><a href="/x/@"><a href=@ href=\'@\'>'), [
      'text',
      'text',
      'attribute',
      'attribute',
      'text',
      'url',
      'text',
      'text',
      'attribute',
      'url',
    ]); // prettier-ignore
    assert.deepEqual(contexts('<img src="@"><iframe src="@"><form action="@"><link href="@"><a title="@">'), [
      'text',
      'url',
      'url',
      'text',
      'text',
    ]); // prettier-ignore
  });

  it('handlers, styles, scripts, comments', () => {
    assert.deepEqual(contexts('<b onclick="f(\'@\')" style="a:@">@</b><style>@</style><!-- @ --> @'), [
      'event',
      'style',
      'text',
      'style',
      'comment',
      'text',
    ]); // prettier-ignore
    assert.deepEqual(contexts('<script>a=@;b="@";/* " @ */ c=\'\\\'@\'; // "\n d=`@`</script>@'), [
      'script',
      'string',
      'script',
      'string',
      'script',
      'text',
    ]); // prettier-ignore
    assert.deepEqual(
      contexts('<script type="text/html">@</script><script type="module">@</script><textarea><b on="@"'),
      ['text', 'script', 'text'],
    ); // prettier-ignore
  });
});

describe('templates of the family of Jinja', () => {
  it('outputs with their exact ranges', () => {
    assert.deepEqual(written('<p>{{ a }}{{b.c|upper}}{{- d["e"] | default("x") | safe -}}</p>'), [
      'a | engine | text',
      'b.c|upper | engine | text',
      'd["e"] | default("x") | safe | raw | text',
    ]);
    assert.deepEqual(written('é😀{{ ü }}\r\n{{ "}}" ~ x }}'), ['ü | engine | text', '"}}" ~ x | engine | text']);
  });

  it('regions that switch escaping', () => {
    assert.deepEqual(
      written(
        '{% autoescape off %}{{ a }}{% autoescape true %}{{ b }}{% endautoescape %}{{ c }}{% endautoescape %}{{ d }}',
      ),
      ['a | raw | text', 'b | escaped | text', 'c | raw | text', 'd | engine | text'],
    ); // prettier-ignore
  });

  it('blocks, branches and loops keep the page together', () => {
    assert.deepEqual(
      written('<a {% if x %}href="{{ a }}"{% elif y %}title="{{ b }}"{% else %}id={{ c }}{% endif %}>{{ d }}</a>'),
      ['a | engine | url', 'b | engine | text', 'c | engine | attribute', 'd | engine | text'],
    );
    assert.deepEqual(
      written(
        '{% for k, v in m.items %}{{ k }}{{ v|safe }}{% empty %}{{ e }}{% endfor %}{% with a=b|safe %}{{ a }}{% endwith %}',
      ),
      ['k | engine | text', 'v|safe | raw | text', 'e | engine | text', 'a | engine | text'],
    ); // prettier-ignore
  });

  it('what is no template', () => {
    assert.deepEqual(
      written('{% raw %}{{ a }}{% endraw %}{# {{ b }} #}{% comment %}{{ c }}{% endcomment %}{{ d }} {{ open {% x'),
      ['d | engine | text'],
    );
    assert.deepEqual(written('<p>{ a } {{}} {%%}</p>'), [' | engine | text'].map(() => ' | engine | text').slice(0, 1));
  });

  it('tags of a project’s own with and without an end', () => {
    assert.deepEqual(
      written(
        '{% thumb x %}{{ a }}{% endthumb %}{% if b %}{% thumb y %}{{ c }}{% endthumb %}{{ d }}{% endif %}{% own z %}',
      ),
      ['a | engine | text', 'c | engine | text', 'd | engine | text'],
    ); // prettier-ignore
  });

  it('endures what is broken, deep or long', () => {
    const piece =
      '<a href="{{ u }}">{% if a and (b or c[1:2]) is not none %}{{ "x"|f(1, k=2):"y" }}{% for a, b in {"k": [1]}.items() if a %}{% macro m(a, b="c") %}{{ a }}{% endmacro %}{{ m(1)|safe }}{% endfor %}{% else %}{% set x = a if b else c %}{% include "y" with a=b only %}{% endif %}</a>\n';
    endures((text) => outputs(readTemplate(text, 'file:///x.html'), text), piece, '{% if a %}{{ ((((');
    for (const opening of [
      '{% for a in b %}',
      '{{ a(',
      '{{ not not ',
      '{{ a|b(',
      '{{ [[',
      '{{"',
      '{%',
      '{{',
      '{% macro a() %}',
    ])
      outputs(readTemplate(opening.repeat(3000), 'file:///x.html'), opening.repeat(3000)); // prettier-ignore
  });
});

describe('templates of Handlebars and Mustache', () => {
  it('outputs with their exact ranges', () => {
    assert.deepEqual(written('<p id="{{a}}">{{{ b.c }}}{{& d}}{{~e~}}</p>{{!-- {{f}} --}}{{! g }}', 'x.hbs'), [
      'a | engine | text',
      'b.c | raw | text',
      'd | raw | text',
      'e | engine | text',
    ]);
  });

  it('blocks, helpers and names around', () => {
    assert.deepEqual(
      written(
        '{{#each xs as |x i|}}{{x.y}}{{../z}}{{{h x (g 1) k="v"}}}{{else}}{{{n}}}{{/each}}{{#if a}}{{b}}{{/if}}{{@root.c}}',
        'x.hbs',
      ),
      [
        'x.y | engine | text',
        '../z | engine | text',
        'h x (g 1) k="v" | raw | text',
        'n | raw | text',
        'b | engine | text',
        '@root.c | engine | text',
      ],
    ); // prettier-ignore
  });

  it('endures what is broken, deep or long', () => {
    const piece =
      '<a href="{{u}}">{{#if (and a b)}}{{{c "}}" d=1}}}{{else if e}}{{#each f as |g|}}{{g.[0].h}}{{/each}}{{^}}{{> p q r=s}}{{/if}}{{#t}}{{u}}{{/t}}</a>\n';
    endures((text) => outputs(readTemplate(text, 'file:///x.hbs'), text), piece, '{{#each a}}{{{');
    for (const opening of ['{{#a}}', '{{a (', '{{#if a}}{{else}}', '{{{a}} ', '{{!-- '])
      outputs(readTemplate(opening.repeat(3000), 'file:///x.mustache'), opening.repeat(3000));
  });
});

describe('Thymeleaf and FreeMarker', () => {
  it('attributes, text and scripts', () => {
    assert.deepEqual(
      written(
        '<html xmlns:th="x"><p th:text="${a}" th:title="b ${c}">d</p><p th:utext=" *{e} ">f <b th:utext="${g}"></b></p><li th:each="h : ${i}">[[${h}]] [(${h.j})]</li><a th:href="@{/k(l=${m})}" th:href="${n}"></a><script>o="[[${p}]]"</script><script th:inline="javascript">q=[[${r}]]</script>',
      ),
      [
        '${a} | escaped | text',
        'b ${c} | escaped | text',
        '*{e} | raw | text',
        '${h} | escaped | text',
        '${h.j} | raw | text',
        '@{/k(l=${m})} | escaped | url',
        '${n} | escaped | url',
        '${p} | escaped | string',
      ],
    );
  });

  it('directives and functions', () => {
    const page =
      '<#-- ${a} --><p id=${b.c?html}>${d!"e"}</p><#list f as g>${g}<#else>${h}</#list><#if i gt 1>${j}<#else>${k?no_esc}</#if><#noautoesc>${l}</#noautoesc><#macro m n o=1>${n}</#macro><@m n=1/>';
    assert.deepEqual(written(page, 'x.ftlh'), [
      'b.c?html | escaped | attribute',
      'd!"e" | escaped | text',
      'g | escaped | text',
      'h | escaped | text',
      'j | escaped | text',
      'k?no_esc | raw | text',
      'l | raw | text',
      'n | escaped | text',
    ]);
    assert.deepEqual(written('${a} ${b?html}<#escape x as x?html>${c}</#escape>', 'x.ftl'), [
      'a | raw | text',
      'b?html | raw | text',
      'c | escaped | text',
    ]);
  });

  it('endure what is broken, deep or long', () => {
    const thymeleaf =
      '<div th:each="a : ${b}" th:with="c=${d}"><p th:utext="|e ${f[0]} *{g}|" th:href="@{h}"/>[[${i}]]<script>[(${j})]</script></div>\n';
    const page = (text: string) => outputs(readTemplate(`<a th:b="">${text}`, 'file:///x.html'), `<a th:b="">${text}`);
    endures(page, thymeleaf, '<p th:each="a : ${b}">');
    const freemarker =
      '<#list a as b><#if c??>${d!"}"}<#else><@e f=g/></#if></#list><#macro h i>${i?html}</#macro><#assign j=k>\n';
    endures((text) => outputs(readTemplate(text, 'file:///x.ftl'), text), freemarker, '<#if a>${((');
  });
});

describe('templates that hold code of a language', () => {
  let grammars: GrammarSet;

  before(async () => {
    grammars = await createNodeGrammars();
    for (const name of ['javascript', 'java']) await grammars.load(name);
  });

  const read = (text: string, ending: string): string[] => {
    const language = LANGUAGES.find(({ readers }) => readers?.[ending]);
    const reader = language?.readers?.[ending];
    assert.ok(language && reader);
    const grammar = grammars.get(language.extensions[ending]);
    assert.ok(grammar);
    return outputs(
      reader(text, `file:///x${ending}`, (source) => grammar.parseOnce(source)),
      text,
    );
  };

  it('EJS', () => {
    assert.deepEqual(read('é<p id=<%= a %>><%- b.c -%></p><%# <%= d %><%% x %><script>f(<%= e %>)</script>', '.ejs'), [
      'a | escaped | attribute',
      'b.c | raw | text',
      'e | escaped | script',
    ]);
    assert.deepEqual(
      read(
        '<% for (const a of b) { %><%_ if (a) { -%><a href="<%= a.c %>"><% } else { %><b title="<%= d %>"><% } %><% } %>',
        '.ejs',
      ),
      ['a.c | escaped | url', 'd | escaped | text'],
    ); // prettier-ignore
  });

  it('Pug', () => {
    assert.deepEqual(
      read(
        'div#a.b(title=c, href="x" d!=e): a(href=f)= g\n  p!= h\n  | text #{i} !{j}\n  //- #{k}\n    #{l}\n  script.\n    var m = "#{n}";\n  each o in p\n    li= o\n  - var q = 1\n',
        '.pug',
      ),
      [
        'c | escaped | text',
        'e | raw | text',
        'f | escaped | url',
        'g | escaped | text',
        'h | raw | text',
        'i | escaped | text',
        'j | raw | text',
        'n | escaped | string',
        'o | escaped | text',
      ],
    );
  });

  it('JSP', () => {
    assert.deepEqual(
      read(
        '<%@ page import="a.B" %>é<%! int c() { return 1; } %><p id=${d.e}><%= f %></p><%-- <%= g %> --%><% if (h) { %>${i["j"]}<% } %><c:out value="${k}"/><c:if test="${l}"><c:out value="<%= m %>" escapeXml="false"/></c:if><x:y z="${w}"/>${fn:escapeXml(n)}',
        '.jsp',
      ),
      [
        'd.e | raw | attribute',
        'f | raw | text',
        'i["j"] | raw | text',
        'k | escaped | text',
        'm | raw | text',
        'fn:escapeXml(n) | raw | text',
      ],
    );
  });

  it('endure what is broken, deep or long', () => {
    const jsp =
      '<%@ include file="a" %><%! int b; %><c:forEach var="c" items="${d.e}"><a href="${c[0]}"><% if (f) { %><%= g("%") %><% } %></a><c:out value="${h ? i : \'j\'}"/></c:forEach>\n';
    endures((text) => read(text, '.jsp'), jsp, '<c:if test="${a}"><% {');
    const ejs =
      '<a href=<%= u.v %>><% if (a) { %><%- b(`%`, "c") %><% } else { %><% c.forEach((d) => { %><%= d %><% }) } %></a>\n';
    endures((text) => read(text, '.ejs'), ejs, '<% if (a) { %>');
    const pug =
      'div(a=b, c=`${d}`): p.e #{f} !{g}\n  if h\n    +i(j)\n  else\n    each k, l in m\n      n!= k\n  mixin o(p)\n    q= p\n';
    endures((text) => read(text, '.pug'), pug, 'a(b=');
    for (const opening of ['a\n ', 'a: ', 'if a\n  ', '#{', '- {\n', '<%', '<%=', '<%- a( %>'])
      for (const ending of ['.pug', '.ejs', '.jsp']) read(opening.repeat(400), ending);
  });
});
