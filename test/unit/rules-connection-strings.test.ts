import assert from 'node:assert/strict';
import { readConnection } from '../../server/src/rules/connection-strings';
import { reachOf, weakTransport } from '../../server/src/rules/connection-transport';

/** Put together here, so that nothing in this file looks like a secret. */
const PASSWORD = ['hunt', 'er2'].join('');

describe('connection strings', () => {
  const read = (text: string): string | undefined => {
    const connection = readConnection(text.replaceAll('PASSWORD', PASSWORD));
    return connection && [connection.user, connection.password, connection.host].join(' ');
  };

  it('are read as addresses', () => {
    assert.equal(read('postgres://app:PASSWORD@db.internal:5432/shop'), `app ${PASSWORD} db.internal`);
    assert.equal(read('postgresql+psycopg2://app:PASSWORD@db/shop'), `app ${PASSWORD} db`);
    assert.equal(read('mongodb+srv://app:PASSWORD@a.b.net,c.b.net/shop?tls=true'), `app ${PASSWORD} a.b.net`);
    assert.equal(read('redis://:PASSWORD@cache:6379/0'), ` ${PASSWORD} cache`);
    assert.equal(read('mysql://root:@localhost/shop'), 'root  localhost');
    assert.equal(read('mysql://db/shop'), '  db');
    assert.equal(read('postgres://app:p%40ss@db/shop'), 'app p@ss db');
  });

  it('are read as JDBC', () => {
    assert.equal(read('jdbc:mysql://db:3306/shop?user=app&password=PASSWORD'), `app ${PASSWORD} db`);
    assert.equal(read('jdbc:sqlserver://db;databaseName=a;user=sa;password=PASSWORD;'), `sa ${PASSWORD} db`);
    assert.equal(read('jdbc:oracle:thin:app/PASSWORD@db:1521:x'), `app ${PASSWORD} db`);
    assert.equal(read('jdbc:postgresql://db/shop'), '  db');
    assert.equal(read('jdbc:h2:mem:test'), '  ');
  });

  it('are read as pairs and in the form of the MySQL driver', () => {
    assert.equal(read('Server=db,1433;Database=a;User Id=sa;Password=PASSWORD;'), `sa ${PASSWORD} db`);
    assert.equal(read("host=db user=app password='PASSWORD' dbname=a"), `app ${PASSWORD} db`);
    assert.equal(read('app:PASSWORD@tcp(db:3306)/a?tls=false'), `app ${PASSWORD} db`);
    assert.equal(read('app:PASSWORD@unix(/tmp/s)/a'), `app ${PASSWORD} `);
  });

  it('are no other texts', () => {
    for (const text of ['https://a:b@c.net/d', 'user=1', 'Hello: you', 'a=b;c=d', '/home/app', 'mailto:a@b.net', ''])
      assert.equal(read(text), undefined, text);
  });
});

describe('the protection of a connection', () => {
  const written = (text: string): string | undefined => {
    const found = weakTransport(text);
    return found && `${found.replacement} ${found.reach}${found.isAdvised ? ' advised' : ''}`;
  };

  it('is read from options, with what to write', () => {
    assert.equal(written('postgres://db.a.net/b?sslmode=disable'), 'sslmode=disable => sslmode=verify-full remote');
    assert.equal(
      written('postgres://db.a.net/b?sslmode=require'),
      'sslmode=require => sslmode=verify-full remote advised',
    );
    assert.equal(written('jdbc:mysql://db/b?useSSL=false'), 'useSSL=false => sslMode=VERIFY_IDENTITY own-network');
    assert.equal(written('Server=db.a.net;Database=b;Encrypt=False'), 'Encrypt=False => encrypt=true remote');
    assert.equal(written('redis://cache.a.net'), 'redis:// => rediss:// remote');
    assert.equal(written('/b?sslmode=disable'), 'sslmode=disable => sslmode=verify-full remote');
    assert.equal(written('host={} dbname=b sslmode=disable'), 'sslmode=disable => sslmode=verify-full remote');
  });

  it('is enough, or nothing is said of it', () => {
    for (const text of [
      'postgres://db.a.net/b?sslmode=verify-full',
      'rediss://cache.a.net',
      'postgres://db.a.net/b',
      'Set sslmode=disable to switch it off',
      'tls=false',
    ])
      assert.equal(written(text), undefined, text);
  });

  it('reaches as far as the host says', () => {
    assert.equal(reachOf('localhost:5432'), 'own-machine');
    assert.equal(reachOf('/var/run/postgresql'), 'own-machine');
    assert.equal(reachOf('db'), 'own-network');
    assert.equal(reachOf('{}'), 'remote');
    assert.equal(reachOf('db.a.net'), 'remote');
  });
});
