// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';
import auth0Jwk from './models/auth0-jwk';
import auth0Jwt from './models/auth0-jwt';
import auth0JwtCore from './models/auth0-jwt-core';
import beanValidation from './models/bean-validation';
import bouncycastle from './models/bouncycastle';
import bouncycastleGenerators from './models/bouncycastle-generators';
import bson from './models/bson';
import commonsCodec from './models/commons-codec';
import commonsCodecDigest from './models/commons-codec-digest';
import commonsCollections from './models/commons-collections';
import commonsCompress from './models/commons-compress';
import commonsDbcp from './models/commons-dbcp';
import commonsExec from './models/commons-exec';
import commonsFileupload from './models/commons-fileupload';
import commonsIo from './models/commons-io';
import commonsLang from './models/commons-lang';
import commonsLang3 from './models/commons-lang3';
import commonsLogging from './models/commons-logging';
import commonsText from './models/commons-text';
import dom4j from './models/dom4j';
import dom4jIo from './models/dom4j-io';
import fastjson from './models/fastjson';
import favreBcrypt from './models/favre-bcrypt';
import feign from './models/feign';
import freemarker from './models/freemarker';
import freemarkerCache from './models/freemarker-cache';
import googleOauthClient from './models/google-oauth-client';
import groovy from './models/groovy';
import groovyUtil from './models/groovy-util';
import gson from './models/gson';
import guava from './models/guava';
import handlebars from './models/handlebars';
import hibernateValidator from './models/hibernate-validator';
import hikari from './models/hikari';
import httpclientCore from './models/httpclient-core';
import httpclientFluent from './models/httpclient-fluent';
import httpclientSsl from './models/httpclient-ssl';
import httpclientSslContext from './models/httpclient-ssl-context';
import httpclient4 from './models/httpclient4';
import httpclient4Impl from './models/httpclient4-impl';
import httpclient5 from './models/httpclient5';
import httpclient5Impl from './models/httpclient5-impl';
import ioR2dbcSpi from './models/io-r2dbc-spi';
import jackson from './models/jackson';
import jacksonAnnotation from './models/jackson-annotation';
import jakartaServlet from './models/jakarta-servlet';
import jakartaServletHttp from './models/jakarta-servlet-http';
import javaBeans from './models/java-beans';
import javaIo from './models/java-io';
import javaLang from './models/java-lang';
import javaMath from './models/java-math';
import javaNet from './models/java-net';
import javaNetHttp from './models/java-net-http';
import javaNioFile from './models/java-nio-file';
import javaSecurity from './models/java-security';
import javaSecuritySpec from './models/java-security-spec';
import javaSql from './models/java-sql';
import javaText from './models/java-text';
import javaTime from './models/java-time';
import javaUtil from './models/java-util';
import javaUtilConcurrent from './models/java-util-concurrent';
import javaUtilLogging from './models/java-util-logging';
import javaUtilRegex from './models/java-util-regex';
import javaUtilStream from './models/java-util-stream';
import javaUtilZip from './models/java-util-zip';
import javaxCrypto from './models/javax-crypto';
import javaxCryptoSpec from './models/javax-crypto-spec';
import javaxEl from './models/javax-el';
import javaxNaming from './models/javax-naming';
import javaxNamingDirectory from './models/javax-naming-directory';
import javaxNamingLdap from './models/javax-naming-ldap';
import javaxNetSsl from './models/javax-net-ssl';
import javaxPersistence from './models/javax-persistence';
import javaxScript from './models/javax-script';
import javaxServlet from './models/javax-servlet';
import javaxServletHttp from './models/javax-servlet-http';
import javaxSql from './models/javax-sql';
import javaxWsRsClient from './models/javax-ws-rs-client';
import javaxWsRsCore from './models/javax-ws-rs-core';
import javaxXmlBind from './models/javax-xml-bind';
import javaxXmlParsers from './models/javax-xml-parsers';
import javaxXmlStream from './models/javax-xml-stream';
import javaxXmlTransform from './models/javax-xml-transform';
import javaxXmlValidation from './models/javax-xml-validation';
import javaxXmlXpath from './models/javax-xml-xpath';
import jbcrypt from './models/jbcrypt';
import jbossLogging from './models/jboss-logging';
import jdom2 from './models/jdom2';
import jdom2Xpath from './models/jdom2-xpath';
import jexl from './models/jexl';
import jjwt from './models/jjwt';
import jjwtSecurity from './models/jjwt-security';
import jsch from './models/jsch';
import jsoup from './models/jsoup';
import kryo from './models/kryo';
import log4j from './models/log4j';
import log4j2 from './models/log4j2';
import lombok from './models/lombok';
import mail from './models/mail';
import mongodb from './models/mongodb';
import mvel from './models/mvel';
import nimbusJwt from './models/nimbus-jwt';
import nimbusOauth2 from './models/nimbus-oauth2';
import ognl from './models/ognl';
import okhttp from './models/okhttp';
import orgApacheIbatis from './models/org-apache-ibatis';
import orgHibernate from './models/org-hibernate';
import orgHibernateCriterion from './models/org-hibernate-criterion';
import orgJooq from './models/org-jooq';
import orgJooqImpl from './models/org-jooq-impl';
import orgJson from './models/org-json';
import orgW3cDom from './models/org-w3c-dom';
import orgXmlSax from './models/org-xml-sax';
import orgXmlSaxHelpers from './models/org-xml-sax-helpers';
import owaspAntisamy from './models/owasp-antisamy';
import owaspEncoder from './models/owasp-encoder';
import owaspEsapi from './models/owasp-esapi';
import owaspHtmlSanitizer from './models/owasp-html-sanitizer';
import page from './models/page';
import pebble from './models/pebble';
import resilience4j from './models/resilience4j';
import retrofit from './models/retrofit';
import scribejava from './models/scribejava';
import slf4j from './models/slf4j';
import snakeyaml from './models/snakeyaml';
import springBootServlet from './models/spring-boot-servlet';
import springCoreIo from './models/spring-core-io';
import springCoreIoSupport from './models/spring-core-io-support';
import springData from './models/spring-data';
import springDataDomain from './models/spring-data-domain';
import springDataMongodb from './models/spring-data-mongodb';
import springDataMongodbCore from './models/spring-data-mongodb-core';
import springExpression from './models/spring-expression';
import springHttp from './models/spring-http';
import springHttpServer from './models/spring-http-server';
import springJdbc from './models/spring-jdbc';
import springJdbcDatasource from './models/spring-jdbc-datasource';
import springJndi from './models/spring-jndi';
import springLdap from './models/spring-ldap';
import springLdapFilter from './models/spring-ldap-filter';
import springLdapQuery from './models/spring-ldap-query';
import springLdapSupport from './models/spring-ldap-support';
import springMultipart from './models/spring-multipart';
import springR2dbc from './models/spring-r2dbc';
import springSecurity from './models/spring-security';
import springSecurityArgon2 from './models/spring-security-argon2';
import springSecurityAuthentication from './models/spring-security-authentication';
import springSecurityCrypto from './models/spring-security-crypto';
import springSecurityDebug from './models/spring-security-debug';
import springSecurityOauth from './models/spring-security-oauth';
import springSecurityPassword from './models/spring-security-password';
import springSecurityScrypt from './models/spring-security-scrypt';
import springSession from './models/spring-session';
import springUi from './models/spring-ui';
import springUtil from './models/spring-util';
import springUtilUnit from './models/spring-util-unit';
import springWebAnnotations from './models/spring-web-annotations';
import springWebClient from './models/spring-web-client';
import springWebCors from './models/spring-web-cors';
import springWebReactive from './models/spring-web-reactive';
import springWebServlet from './models/spring-web-servlet';
import springWebServletConfig from './models/spring-web-servlet-config';
import springWebServletView from './models/spring-web-servlet-view';
import springWebUtil from './models/spring-web-util';
import springWebclient from './models/spring-webclient';
import struts from './models/struts';
import thymeleaf from './models/thymeleaf';
import unboundidLdap from './models/unboundid-ldap';
import velocity from './models/velocity';
import wicket from './models/wicket';
import xalanXpath from './models/xalan-xpath';
import xstream from './models/xstream';

export const MODELS: readonly Model[] = [
  auth0Jwk,
  auth0Jwt,
  auth0JwtCore,
  beanValidation,
  bouncycastle,
  bouncycastleGenerators,
  bson,
  commonsCodec,
  commonsCodecDigest,
  commonsCollections,
  commonsCompress,
  commonsDbcp,
  commonsExec,
  commonsFileupload,
  commonsIo,
  commonsLang,
  commonsLang3,
  commonsLogging,
  commonsText,
  dom4j,
  dom4jIo,
  fastjson,
  favreBcrypt,
  feign,
  freemarker,
  freemarkerCache,
  googleOauthClient,
  groovy,
  groovyUtil,
  gson,
  guava,
  handlebars,
  hibernateValidator,
  hikari,
  httpclientCore,
  httpclientFluent,
  httpclientSsl,
  httpclientSslContext,
  httpclient4,
  httpclient4Impl,
  httpclient5,
  httpclient5Impl,
  ioR2dbcSpi,
  jackson,
  jacksonAnnotation,
  jakartaServlet,
  jakartaServletHttp,
  javaBeans,
  javaIo,
  javaLang,
  javaMath,
  javaNet,
  javaNetHttp,
  javaNioFile,
  javaSecurity,
  javaSecuritySpec,
  javaSql,
  javaText,
  javaTime,
  javaUtil,
  javaUtilConcurrent,
  javaUtilLogging,
  javaUtilRegex,
  javaUtilStream,
  javaUtilZip,
  javaxCrypto,
  javaxCryptoSpec,
  javaxEl,
  javaxNaming,
  javaxNamingDirectory,
  javaxNamingLdap,
  javaxNetSsl,
  javaxPersistence,
  javaxScript,
  javaxServlet,
  javaxServletHttp,
  javaxSql,
  javaxWsRsClient,
  javaxWsRsCore,
  javaxXmlBind,
  javaxXmlParsers,
  javaxXmlStream,
  javaxXmlTransform,
  javaxXmlValidation,
  javaxXmlXpath,
  jbcrypt,
  jbossLogging,
  jdom2,
  jdom2Xpath,
  jexl,
  jjwt,
  jjwtSecurity,
  jsch,
  jsoup,
  kryo,
  log4j,
  log4j2,
  lombok,
  mail,
  mongodb,
  mvel,
  nimbusJwt,
  nimbusOauth2,
  ognl,
  okhttp,
  orgApacheIbatis,
  orgHibernate,
  orgHibernateCriterion,
  orgJooq,
  orgJooqImpl,
  orgJson,
  orgW3cDom,
  orgXmlSax,
  orgXmlSaxHelpers,
  owaspAntisamy,
  owaspEncoder,
  owaspEsapi,
  owaspHtmlSanitizer,
  page,
  pebble,
  resilience4j,
  retrofit,
  scribejava,
  slf4j,
  snakeyaml,
  springBootServlet,
  springCoreIo,
  springCoreIoSupport,
  springData,
  springDataDomain,
  springDataMongodb,
  springDataMongodbCore,
  springExpression,
  springHttp,
  springHttpServer,
  springJdbc,
  springJdbcDatasource,
  springJndi,
  springLdap,
  springLdapFilter,
  springLdapQuery,
  springLdapSupport,
  springMultipart,
  springR2dbc,
  springSecurity,
  springSecurityArgon2,
  springSecurityAuthentication,
  springSecurityCrypto,
  springSecurityDebug,
  springSecurityOauth,
  springSecurityPassword,
  springSecurityScrypt,
  springSession,
  springUi,
  springUtil,
  springUtilUnit,
  springWebAnnotations,
  springWebClient,
  springWebCors,
  springWebReactive,
  springWebServlet,
  springWebServletConfig,
  springWebServletView,
  springWebUtil,
  springWebclient,
  struts,
  thymeleaf,
  unboundidLdap,
  velocity,
  wicket,
  xalanXpath,
  xstream,
];
