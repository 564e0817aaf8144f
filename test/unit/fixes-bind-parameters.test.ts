import { type Case, type Place, suite } from './fixes-support';

const PG = { style: '$n', values: 'array', at: 1 };
const MYSQL = { style: '?', values: 'array', at: 1 };
const pg: Place = { at: 'db.query(', value: 0, bind: PG };
const my: Place = { at: 'db.query(', value: 0, bind: MYSQL };

const JAVASCRIPT: readonly Case[] = [
  {
    title: 'a sum',
    place: pg,
    bad: 'const f = (req) => db.query("SELECT * FROM u WHERE id = " + req.query.id);',
    good: 'const f = (req) => db.query("SELECT * FROM u WHERE id = $1", [req.query.id]);',
  },
  {
    title: 'a template with a quoted hole',
    place: pg,
    bad: "const f = (a, b) => db.query(`SELECT id FROM u WHERE n = '${a.name}' AND t = ${b.t}`);",
    good: 'const f = (a, b) => db.query(`SELECT id FROM u WHERE n = $1 AND t = $2`, [a.name, b.t]);',
  },
  {
    title: 'quotes around a value of a sum',
    place: my,
    bad: `db.query("SELECT * FROM u WHERE n = '" + name + "' AND m = '" + m + "'", (e, rows) => done(rows));`,
    good: 'db.query("SELECT * FROM u WHERE n = ? AND m = ?", [name, m], (e, rows) => done(rows));',
  },
  {
    title: 'lines of a sum stay',
    place: pg,
    bad: `db.query(
  "SELECT * FROM u " +
    "WHERE n = '" + name + "' " +
    "AND id = " + id +
    " ORDER BY n",
);`,
    good: `db.query(
  "SELECT * FROM u " +
    "WHERE n = $1 " +
    "AND id = $2" +
    " ORDER BY n",
  [name, id],
);`,
  },
  {
    title: 'wildcards go into the value',
    place: pg,
    bad: "db.query(`SELECT * FROM u WHERE n LIKE '%${name}%'`);",
    good: 'db.query(`SELECT * FROM u WHERE n LIKE $1`, [`%${name}%`]);',
  },
  {
    title: 'wildcards of a sum',
    place: pg,
    bad: `db.query("SELECT * FROM u WHERE n LIKE '%" + name + "%'");`,
    good: `db.query("SELECT * FROM u WHERE n LIKE $1", ["%" + name + "%"]);`,
  },
  {
    title: 'built in a variable',
    place: pg,
    bad: `async function f(req) {
  const text = 'SELECT * FROM o WHERE id = ' + req.params.id;
  return await db.query(text);
}`,
    good: `async function f(req) {
  const text = 'SELECT * FROM o WHERE id = $1';
  return await db.query(text, [req.params.id]);
}`,
  },
  {
    title: 'built in steps',
    place: pg,
    bad: `function f(req) {
  let sql = 'SELECT * FROM o WHERE a = 1';
  sql += ' AND id = ' + req.params.id;
  sql += \` AND n = '\${req.params.n}'\`;
  return db.query(sql);
}`,
    good: `function f(req) {
  let sql = 'SELECT * FROM o WHERE a = 1';
  sql += ' AND id = $1';
  sql += \` AND n = $2\`;
  return db.query(sql, [req.params.id, req.params.n]);
}`,
  },
  {
    title: 'built under a condition: the values depend on it too',
    place: pg,
    bad: `function f(req) {
  let sql = 'SELECT * FROM o WHERE a = 1';
  if (req.params.id) sql += ' AND id = ' + req.params.id;
  return db.query(sql);
}`,
    good: undefined,
  },
  {
    title: 'the variable is used elsewhere',
    place: pg,
    bad: `function f(id) {
  const sql = 'SELECT * FROM o WHERE id = ' + id;
  console.log(sql);
  return db.query(sql);
}`,
    good: undefined,
  },
  {
    title: 'a value that changes before the query is run',
    place: pg,
    bad: `function f(id) {
  const sql = 'SELECT * FROM o WHERE id = ' + id;
  id = 2;
  return db.query(sql);
}`,
    good: undefined,
  },
  {
    title: 'numbers go on',
    place: pg,
    bad: 'db.query(`UPDATE u SET a = $1 WHERE id = ${id}`, [a]);',
    good: 'db.query(`UPDATE u SET a = $1 WHERE id = $2`, [a, id]);',
  },
  {
    title: 'a value between those that are there',
    place: my,
    bad: 'db.query(`UPDATE u SET a = ?, b = ${b} WHERE id = ?`, [a, id]);',
    good: 'db.query(`UPDATE u SET a = ?, b = ? WHERE id = ?`, [a, b, id]);',
  },
  {
    title: 'a name is not a value',
    place: pg,
    bad: 'db.query(`SELECT * FROM u ORDER BY ${column}`);',
    good: undefined,
  },
  {
    title: 'a table is not a value, the key is',
    place: pg,
    bad: 'db.query(`SELECT * FROM ${table} WHERE id = ${id} LIMIT ${n}`);',
    good: 'db.query(`SELECT * FROM ${table} WHERE id = $1 LIMIT $2`, [id, n]);',
  },
  {
    title: 'a list is not a value',
    place: pg,
    bad: 'db.query(`SELECT * FROM u WHERE id IN (${ids})`);',
    good: undefined,
  },
  {
    title: 'values to insert',
    place: my,
    bad: "db.query(`INSERT INTO u (a, b, c) VALUES (${a}, '${b}', lower('${c}'))`);",
    good: 'db.query(`INSERT INTO u (a, b, c) VALUES (?, ?, lower(?))`, [a, b, c]);',
  },
  {
    title: 'a constant of the file is read, not edited',
    place: pg,
    bad: `const BASE = 'SELECT * FROM u WHERE id = ';
db.query(BASE + id);`,
    good: `const BASE = 'SELECT * FROM u WHERE id = ';
db.query(BASE + '$1', [id]);`,
  },
  {
    title: 'named parameters below a key',
    place: { at: 'sequelize.query(', value: 0, bind: { style: ':name', values: 'object', at: 1, key: 'replacements' } },
    bad: `sequelize.query("SELECT * FROM u WHERE n = '" + req.query.name + "'");`,
    good: `sequelize.query("SELECT * FROM u WHERE n = :name", { replacements: { name: req.query.name } });`,
  },
  {
    title: 'named parameters below a key that is there',
    place: { at: 'sequelize.query(', value: 0, bind: { style: ':name', values: 'object', at: 1, key: 'replacements' } },
    bad: 'sequelize.query(`SELECT * FROM u WHERE a = :a AND id = ${id}`, { type: 1, replacements: { a } });',
    good: 'sequelize.query(`SELECT * FROM u WHERE a = :a AND id = :id`, { type: 1, replacements: { a, id } });',
  },
  {
    title: 'a key among other options',
    place: { at: 'sequelize.query(', value: 0, bind: { style: ':name', values: 'object', at: 1, key: 'replacements' } },
    bad: 'sequelize.query(`SELECT * FROM u WHERE id = ${id}`, { type: 1 });',
    good: 'sequelize.query(`SELECT * FROM u WHERE id = :id`, { type: 1, replacements: { id } });',
  },
  {
    title: 'the values of a prepared statement',
    place: { at: 'db.prepare(', value: 0, bind: { style: '?', values: 'prepared' } },
    bad: "res.json(db.prepare('SELECT * FROM u WHERE id = ' + req.query.id).get());",
    good: "res.json(db.prepare('SELECT * FROM u WHERE id = ?').get(req.query.id));",
  },
  {
    title: 'a method per value',
    place: { at: 'r.query(', value: 0, bind: { style: ':name', values: 'method', method: '.bind("$n", $v)' } },
    bad: 'r.query(`SELECT ${1} FROM u WHERE a = ${x.a} AND b = ${x.b}`).run();',
    good: "r.query(`SELECT ${1} FROM u WHERE a = :a AND b = :b`).bind('a', x.a).bind('b', x.b).run();",
  },
  {
    title: 'no quote left open',
    place: pg,
    bad: `db.query("SELECT * FROM u WHERE n = '" + name);`,
    good: undefined,
  },
  {
    title: 'what stands in a comment or an alias',
    place: pg,
    bad: "db.query(`SELECT a AS '${alias}' FROM u -- ${note}\n`);",
    good: undefined,
  },
];

const DBAPI: Place = { at: 'cur.execute(', value: 0, bind: { style: '%s', values: 'tuple', at: 1 } };

const PYTHON: readonly Case[] = [
  {
    title: 'an f-string with quotes around the value',
    place: DBAPI,
    bad: `def f(cur, name):\n    cur.execute(f"SELECT * FROM u WHERE n = '{name}'")\n`,
    good: `def f(cur, name):\n    cur.execute("SELECT * FROM u WHERE n = %s", (name,))\n`,
  },
  {
    title: 'a format by the percent sign',
    place: DBAPI,
    bad: `def f(cur, a, b):\n    cur.execute("SELECT * FROM u WHERE a = '%s' AND b = %d" % (a, b))\n`,
    good: `def f(cur, a, b):\n    cur.execute("SELECT * FROM u WHERE a = %s AND b = %s", (a, b))\n`,
  },
  {
    title: 'a format by a method, wildcards',
    place: { ...DBAPI, bind: { style: '?', values: 'tuple', at: 1 } },
    bad: `def f(cur, a):\n    cur.execute("SELECT * FROM u WHERE a LIKE '%{}%'".format(a))\n`,
    good: `def f(cur, a):\n    cur.execute("SELECT * FROM u WHERE a LIKE ?", (f"%{a}%",))\n`,
  },
  {
    title: 'a sum in a variable',
    place: { ...DBAPI, bind: { style: '?', values: 'tuple', at: 1 } },
    bad: `def f(cur, a):\n    sql = "SELECT * FROM u WHERE a = '" + a + "'"\n    cur.execute(sql)\n`,
    good: `def f(cur, a):\n    sql = "SELECT * FROM u WHERE a = ?"\n    cur.execute(sql, (a,))\n`,
  },
];

const JDBC: Place = {
  at: 's.executeQuery(',
  value: 0,
  bind: { style: '?', values: 'prepared' },
  words: {
    create: 'createStatement',
    prepare: 'prepareStatement',
    statement: 'java.sql.PreparedStatement',
    set: 'setObject($n, $v)',
  },
};

const inClass = (body: string, imports = ''): string =>
  `${imports}class T {\n    ResultSet f(Connection c, String id) throws SQLException {\n${body}    }\n}\n`;
const JDBC_IMPORTS = 'import java.sql.*;\n\n';

const JAVA: readonly Case[] = [
  {
    title: 'a statement that runs a sum',
    place: JDBC,
    bad: inClass(
      `        Statement s = c.createStatement();\n        return s.executeQuery("SELECT * FROM u WHERE id = '" + id + "'");\n`,
      JDBC_IMPORTS,
    ),
    good: inClass(
      `        PreparedStatement s = c.prepareStatement("SELECT * FROM u WHERE id = ?");\n        s.setObject(1, id);\n        return s.executeQuery();\n`,
      JDBC_IMPORTS,
    ),
  },
  {
    title: 'a chain, the type is imported',
    place: { ...JDBC, at: 'c.createStatement().executeQuery(' },
    bad: inClass(
      `        String sql = "SELECT * FROM u WHERE id = " + id;\n        return c.createStatement().executeQuery(sql);\n`,
      'import java.sql.Connection;\nimport java.sql.ResultSet;\n\n',
    ),
    good: inClass(
      `        String sql = "SELECT * FROM u WHERE id = ?";\n        PreparedStatement statement = c.prepareStatement(sql);\n        statement.setObject(1, id);\n        return statement.executeQuery();\n`,
      'import java.sql.Connection;\nimport java.sql.ResultSet;\nimport java.sql.PreparedStatement;\n\n',
    ),
  },
  {
    title: 'values one by one',
    place: { at: 'jdbc.queryForMap(', value: 0, bind: { style: '?', values: 'spread', at: 1 } },
    bad: inClass('        return jdbc.queryForMap("SELECT * FROM u WHERE id = " + id);\n'),
    good: inClass('        return jdbc.queryForMap("SELECT * FROM u WHERE id = ?", id);\n'),
  },
  {
    title: 'a call for each value',
    place: {
      at: 'em.createQuery(',
      value: 0,
      bind: { style: ':name', values: 'method', method: '.setParameter("$n", $v)' },
    },
    bad: inClass(`        return em.createQuery("FROM U u WHERE u.id = '" + id + "'").getResultList();\n`),
    good: inClass(
      '        return em.createQuery("FROM U u WHERE u.id = :id").setParameter("id", id).getResultList();\n',
    ),
  },
];

suite('bind-parameters', { javascript: JAVASCRIPT, python: PYTHON, java: JAVA });
