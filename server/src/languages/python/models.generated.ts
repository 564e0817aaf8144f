// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';
import aiofiles from './models/aiofiles';
import aiohttp from './models/aiohttp';
import aiohttpSession from './models/aiohttp-session';
import ast from './models/ast';
import asyncio from './models/asyncio';
import awsLambda from './models/aws-lambda';
import base64 from './models/base64';
import binascii from './models/binascii';
import bleach from './models/bleach';
import bottle from './models/bottle';
import builtins from './models/builtins';
import bz2 from './models/bz2';
import chameleon from './models/chameleon';
import code from './models/code';
import codecs from './models/codecs';
import collections from './models/collections';
import configparser from './models/configparser';
import copy from './models/copy';
import datetime from './models/datetime';
import decimal from './models/decimal';
import defusedxml from './models/defusedxml';
import djangoContrib from './models/django-contrib';
import djangoCore from './models/django-core';
import djangoDb from './models/django-db';
import djangoHttp from './models/django-http';
import djangoShortcuts from './models/django-shortcuts';
import djangoTemplate from './models/django-template';
import djangoUrls from './models/django-urls';
import djangoUtils from './models/django-utils';
import djangoViews from './models/django-views';
import fastapi from './models/fastapi';
import fileinput from './models/fileinput';
import flask from './models/flask';
import flaskCors from './models/flask-cors';
import flaskTalisman from './models/flask-talisman';
import flaskWtf from './models/flask-wtf';
import ftplib from './models/ftplib';
import functools from './models/functools';
import glob from './models/glob';
import gzip from './models/gzip';
import hashlib from './models/hashlib';
import hmac from './models/hmac';
import html from './models/html';
import http from './models/http';
import imaplib from './models/imaplib';
import importlib from './models/importlib';
import io from './models/io';
import ipaddress from './models/ipaddress';
import jinja2 from './models/jinja2';
import joblib from './models/joblib';
import json from './models/json';
import jsonpickle from './models/jsonpickle';
import linecache from './models/linecache';
import logging from './models/logging';
import loguru from './models/loguru';
import lxml from './models/lxml';
import lzma from './models/lzma';
import mako from './models/mako';
import markupsafe from './models/markupsafe';
import marshal from './models/marshal';
import numpy from './models/numpy';
import os from './models/os';
import osPath from './models/os-path';
import pandas from './models/pandas';
import pathlib from './models/pathlib';
import pickle from './models/pickle';
import pyramid from './models/pyramid';
import random from './models/random';
import re from './models/re';
import restFramework from './models/rest-framework';
import ruamelYaml from './models/ruamel-yaml';
import runpy from './models/runpy';
import sanic from './models/sanic';
import secrets from './models/secrets';
import secure from './models/secure';
import shelve from './models/shelve';
import shlex from './models/shlex';
import shutil from './models/shutil';
import smtplib from './models/smtplib';
import socket from './models/socket';
import ssl from './models/ssl';
import starlette from './models/starlette';
import string from './models/string';
import structlog from './models/structlog';
import subprocess from './models/subprocess';
import sys from './models/sys';
import tarfile from './models/tarfile';
import tempfile from './models/tempfile';
import time from './models/time';
import timeit from './models/timeit';
import torch from './models/torch';
import tornado from './models/tornado';
import unknownReceivers from './models/unknown-receivers';
import urllib from './models/urllib';
import uuid from './models/uuid';
import werkzeug from './models/werkzeug';
import xml from './models/xml';
import yaml from './models/yaml';
import zipfile from './models/zipfile';

export const MODELS: readonly Model[] = [
  aiofiles,
  aiohttp,
  aiohttpSession,
  ast,
  asyncio,
  awsLambda,
  base64,
  binascii,
  bleach,
  bottle,
  builtins,
  bz2,
  chameleon,
  code,
  codecs,
  collections,
  configparser,
  copy,
  datetime,
  decimal,
  defusedxml,
  djangoContrib,
  djangoCore,
  djangoDb,
  djangoHttp,
  djangoShortcuts,
  djangoTemplate,
  djangoUrls,
  djangoUtils,
  djangoViews,
  fastapi,
  fileinput,
  flask,
  flaskCors,
  flaskTalisman,
  flaskWtf,
  ftplib,
  functools,
  glob,
  gzip,
  hashlib,
  hmac,
  html,
  http,
  imaplib,
  importlib,
  io,
  ipaddress,
  jinja2,
  joblib,
  json,
  jsonpickle,
  linecache,
  logging,
  loguru,
  lxml,
  lzma,
  mako,
  markupsafe,
  marshal,
  numpy,
  os,
  osPath,
  pandas,
  pathlib,
  pickle,
  pyramid,
  random,
  re,
  restFramework,
  ruamelYaml,
  runpy,
  sanic,
  secrets,
  secure,
  shelve,
  shlex,
  shutil,
  smtplib,
  socket,
  ssl,
  starlette,
  string,
  structlog,
  subprocess,
  sys,
  tarfile,
  tempfile,
  time,
  timeit,
  torch,
  tornado,
  unknownReceivers,
  urllib,
  uuid,
  werkzeug,
  xml,
  yaml,
  zipfile,
];
