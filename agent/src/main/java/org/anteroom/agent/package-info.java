/** The receptionist: one package per idea; what each may import is a table that the build checks. */
package org.anteroom.agent;
