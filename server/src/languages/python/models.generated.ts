// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';
import aiofiles from './models/aiofiles';
import ast from './models/ast';
import asyncio from './models/asyncio';
import base64 from './models/base64';
import binascii from './models/binascii';
import builtins from './models/builtins';
import bz2 from './models/bz2';
import code from './models/code';
import codecs from './models/codecs';
import collections from './models/collections';
import configparser from './models/configparser';
import copy from './models/copy';
import datetime from './models/datetime';
import decimal from './models/decimal';
import defusedxml from './models/defusedxml';
import fileinput from './models/fileinput';
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
import joblib from './models/joblib';
import json from './models/json';
import jsonpickle from './models/jsonpickle';
import linecache from './models/linecache';
import logging from './models/logging';
import loguru from './models/loguru';
import lxml from './models/lxml';
import lzma from './models/lzma';
import marshal from './models/marshal';
import numpy from './models/numpy';
import os from './models/os';
import osPath from './models/os-path';
import pandas from './models/pandas';
import pathlib from './models/pathlib';
import pickle from './models/pickle';
import random from './models/random';
import re from './models/re';
import ruamelYaml from './models/ruamel-yaml';
import runpy from './models/runpy';
import secrets from './models/secrets';
import shelve from './models/shelve';
import shlex from './models/shlex';
import shutil from './models/shutil';
import smtplib from './models/smtplib';
import socket from './models/socket';
import ssl from './models/ssl';
import string from './models/string';
import structlog from './models/structlog';
import subprocess from './models/subprocess';
import sys from './models/sys';
import tarfile from './models/tarfile';
import tempfile from './models/tempfile';
import time from './models/time';
import timeit from './models/timeit';
import torch from './models/torch';
import unknownReceivers from './models/unknown-receivers';
import urllib from './models/urllib';
import uuid from './models/uuid';
import xml from './models/xml';
import yaml from './models/yaml';
import zipfile from './models/zipfile';

export const MODELS: readonly Model[] = [
  aiofiles,
  ast,
  asyncio,
  base64,
  binascii,
  builtins,
  bz2,
  code,
  codecs,
  collections,
  configparser,
  copy,
  datetime,
  decimal,
  defusedxml,
  fileinput,
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
  joblib,
  json,
  jsonpickle,
  linecache,
  logging,
  loguru,
  lxml,
  lzma,
  marshal,
  numpy,
  os,
  osPath,
  pandas,
  pathlib,
  pickle,
  random,
  re,
  ruamelYaml,
  runpy,
  secrets,
  shelve,
  shlex,
  shutil,
  smtplib,
  socket,
  ssl,
  string,
  structlog,
  subprocess,
  sys,
  tarfile,
  tempfile,
  time,
  timeit,
  torch,
  unknownReceivers,
  urllib,
  uuid,
  xml,
  yaml,
  zipfile,
];
